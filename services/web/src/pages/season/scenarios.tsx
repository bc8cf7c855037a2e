import { parseDay } from '@ayni/kernel';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { Answer } from '../../api/route.js';
import { CheckField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';
import { ComparedRules, type Compared } from './compared-rules.js';
import { groupsOf } from './groups.js';
import '../../design/wall.css';

type RuleSets = Answer<'GET /api/profit-sharing/v1/rule-sets'>['ruleSets'];

/** Several rules side by side on the books of a season, for the officers or for everybody on a wall. */
export default function Scenarios() {
  const { code = '' } = useParams();
  const shipped = useRead('GET /api/profit-sharing/v1/rule-sets', {});
  return (
    <Page title={say('scenarios.title')}>
      <p className="no-print">{say('scenarios.text')}</p>
      <Shown read={shipped}>{({ ruleSets }) => <Comparison season={code} ruleSets={ruleSets} />}</Shown>
    </Page>
  );
}

const MOST = 6;

function Comparison({ season, ruleSets }: { season: string; ruleSets: RuleSets }) {
  const { timezone } = useWho().coop;
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/seasons/{code}/scenarios');
  const members = useWhole('GET /api/members/v1/members', {});
  const households = useWhole('GET /api/members/v1/households', {});
  const [compared, setCompared] = useState<Compared>();
  const [tooMany, setTooMany] = useState(false);
  const spoken = language() === 'es' ? 'es' : 'en';
  const nameOf = (code: string): string =>
    code === 'present' ? say('scenarios.present') : (ruleSets.find((set) => set.code === code)?.name[spoken] ?? code);
  const compare = async (typed: Typed): Promise<boolean> => {
    const asked = ruleSets.filter(({ code }) => typed.isChecked(`set-${code}`)).map(({ code }) => code);
    setTooMany(asked.length > MOST);
    if (asked.length > MOST) return false;
    const known = (members.data?.value ?? []).filter((member) => 'joinedOn' in member);
    const communities = new Map(households.data?.value.map(({ code, community }) => [code, community]));
    const groups = groupsOf(known, (code) => communities.get(code) ?? '', parseDay(dayIn(timezone, new Date())));
    const body = {
      ...(asked.length === 0 ? {} : { shipped: asked }),
      ...(groups.length === 0 ? {} : { groups: [...groups] }),
      forAssembly: typed.isChecked('assembly'),
    };
    const answer = await send({ path: { code: season }, body });
    if (answer !== undefined) setCompared(answer);
    return answer !== undefined;
  };
  return (
    <>
      <div className="no-print">
        <Form onSend={compare} problem={problem} busy={busy} send={say('scenarios.compare')}>
          <fieldset className="stack">
            <legend>{say('scenarios.which')}</legend>
            {ruleSets.map((set) => (
              <CheckField
                key={set.code}
                name={`set-${set.code}`}
                label={set.name[spoken]}
                defaultChecked={FIRST.includes(set.code)}
              />
            ))}
          </fieldset>
          <CheckField name="assembly" label={say('scenarios.forAssembly')} defaultChecked />
          {tooMany ? (
            <Notice kind="refused">
              <p>{say('scenarios.tooMany')}</p>
            </Notice>
          ) : null}
        </Form>
      </div>
      {compared === undefined ? null : <ComparedRules compared={compared} nameOf={nameOf} />}
    </>
  );
}

/** What is compared where nobody chose yet. */
const FIRST = ['bo-356-by-work', 'bo-356-by-deliveries', 'equal'];
