import { useLocation, useParams } from 'wouter';
import type { Answer } from '../../api/route.js';
import { AmountField } from '../../design/amount-field.js';
import { Form, type Typed } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { ResolutionField } from '../../design/resolution-field.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { signOf } from '../../words/money.js';
import { say } from '../../words/say.js';
import { RuleFields } from './rule-fields.js';
import { isWhole, ruleSetOf } from './rule-set.js';

/** The rules of a season as the assembly voted them anew. */
export default function AmendRules() {
  const { code = '' } = useParams();
  const season = useRead('GET /api/profit-sharing/v1/seasons/{code}', { path: { code } });
  return (
    <Page title={say('rules.amendTitle')}>
      <p>{say('rules.amendText')}</p>
      <Shown read={season}>{(shown) => <AmendForm season={shown} />}</Shown>
    </Page>
  );
}

function AmendForm({ season }: { season: Answer<'GET /api/profit-sharing/v1/seasons/{code}'> }) {
  const { code, cashUnit, ruleSet } = season;
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/seasons/{code}/rules');
  const { places, currency } = useWho().coop;
  const [, go] = useLocation();
  const amend = async (typed: Typed): Promise<boolean> => {
    if (!isWhole(typed)) return false;
    const body = {
      cashUnit: typed.text('cashUnit'),
      ruleSet: ruleSetOf(typed, ruleSet?.code ?? code, ruleSet),
      resolution: typed.text('resolution'),
    };
    const answer = await send({ path: { code }, body });
    if (answer !== undefined) go(`/gestion/${encodeURIComponent(code)}`);
    return answer !== undefined;
  };
  return (
    <Form onSend={amend} problem={problem} busy={busy} send={say('rules.amend')} draft={`amend-${code}`}>
      <div className="fields">
        <ResolutionField thing={{ kind: 'rules', season: code }} label={say('season.resolution')} />
        <AmountField
          name="cashUnit"
          label={say('rules.coin')}
          hint={say('rules.coinHint')}
          unit={signOf(currency)}
          places={places}
          defaultValue={cashUnit}
        />
      </div>
      <RuleFields before={ruleSet} at="/ruleSet" />
    </Form>
  );
}
