import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { Answer } from '../../api/route.js';
import { AmountField } from '../../design/amount-field.js';
import { DayField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { signOf } from '../../words/money.js';
import { say } from '../../words/say.js';
import { RuleFields } from './rule-fields.js';
import { isWhole, ruleSetOf } from './rule-set.js';

/** Corrects a season that was opened with wrong days, coin or rules. All services are asked first, where it matters. */
export default function CorrectSeason() {
  const { code = '' } = useParams();
  const season = useRead('GET /api/profit-sharing/v1/seasons/{code}', { path: { code } });
  return (
    <Page title={say('season.correctTitle')}>
      <p>{say('season.correctText')}</p>
      <Shown read={season}>{(shown) => <CorrectForm season={shown} />}</Shown>
    </Page>
  );
}

function CorrectForm({ season }: { season: Answer<'GET /api/profit-sharing/v1/seasons/{code}'> }) {
  const { code, name, from, to, cashUnit, ruleSet, version } = season;
  const { send, busy, problem } = useAct('PATCH /api/profit-sharing/v1/seasons/{code}');
  const { places, currency } = useWho().coop;
  const [, go] = useLocation();
  const [withRules, setWithRules] = useState(false);
  const correct = async (typed: Typed): Promise<boolean> => {
    if (withRules && !isWhole(typed)) return false;
    const body = {
      name: typed.text('name'),
      from: typed.text('from'),
      to: typed.text('to'),
      cashUnit: typed.text('cashUnit'),
      ...(withRules ? { ruleSet: ruleSetOf(typed, ruleSet?.code ?? code, ruleSet) } : {}),
    };
    const answer = await send({ path: { code }, body }, `"${version}"`);
    if (answer !== undefined) go(`/gestion/${encodeURIComponent(code)}`);
    return answer !== undefined;
  };
  return (
    <Form onSend={correct} problem={problem} busy={busy} send={say('season.correct')}>
      <div className="fields">
        <TextField name="name" label={say('rules.name')} defaultValue={name} required />
        <DayField name="from" label={say('rules.from')} defaultValue={from} required />
        <DayField name="to" label={say('rules.to')} defaultValue={to} required />
        <AmountField
          name="cashUnit"
          label={say('rules.coin')}
          hint={say('rules.coinHint')}
          unit={signOf(currency)}
          places={places}
          defaultValue={cashUnit}
        />
      </div>
      <label className="row tight">
        <input type="checkbox" checked={withRules} onChange={({ target }) => setWithRules(target.checked)} />
        {say('season.alsoRules')}
      </label>
      {withRules ? <RuleFields before={ruleSet} at="/ruleSet" /> : null}
    </Form>
  );
}
