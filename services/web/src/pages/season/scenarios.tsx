import { parseDay } from '@ayni/kernel';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { Sent } from '../../api/route.js';
import { CheckField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayIn } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';
import { ComparedRules, type Compared } from './compared-rules.js';
import { groupsOf } from './groups.js';
import { ShownScenarios } from './shown-scenarios.js';

/** Several rules side by side on the books of a season: the officers choose them, everybody else sees what they showed. */
export default function Scenarios() {
  const { code = '' } = useParams();
  const shipped = useRead('GET /api/profit-sharing/v1/rule-sets', {});
  const own = useList('GET /api/profit-sharing/v1/own-rule-sets', {});
  const isOfficer = holds(useWho(), 'treasurer', 'president', 'manager');
  return (
    <Page title={say('scenarios.title')}>
      <p className="no-print">{say(isOfficer ? 'scenarios.text' : 'scenarios.shownText')}</p>
      <Shown read={shipped}>
        {({ ruleSets }) => {
          const choices = [
            ...(own.items ?? [])
              .filter(({ versions }) => versions > 0)
              .map(({ code: of, name }) => ({ of, name, isOwn: true })),
            ...ruleSets.map(({ code: of, name }) => ({ of, name: name[spoken()], isOwn: false })),
          ];
          const nameOf = (of: string): string =>
            of === 'present' ? say('scenarios.present') : (choices.find((one) => one.of === of)?.name ?? of);
          const shown = <ShownScenarios key={code} season={code} nameOf={nameOf} />;
          return isOfficer ? <Comparison season={code} choices={choices} nameOf={nameOf} /> : shown;
        }}
      </Shown>
    </Page>
  );
}

const MOST = 6;
const spoken = () => (language() === 'es' ? 'es' : 'en');

type Choices = readonly { readonly of: string; readonly name: string; readonly isOwn: boolean }[];
type Asked = Sent<'POST /api/profit-sharing/v1/seasons/{code}/shown-scenarios'>['body'];

function Comparison({
  season,
  choices,
  nameOf,
}: {
  season: string;
  choices: Choices;
  nameOf: (code: string) => string;
}) {
  const { timezone } = useWho().coop;
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/seasons/{code}/scenarios');
  const members = useWhole('GET /api/members/v1/members', {});
  const households = useWhole('GET /api/members/v1/households', {});
  const [compared, setCompared] = useState<{ readonly asked: Asked; readonly answer: Compared }>();
  const [tooMany, setTooMany] = useState(false);
  const compare = async (typed: Typed): Promise<boolean> => {
    const chosen = choices.filter(({ of, isOwn }) => typed.isChecked(fieldOf(of, isOwn)));
    setTooMany(chosen.length > MOST);
    if (chosen.length > MOST) return false;
    const known = (members.data?.value ?? []).filter((member) => 'joinedOn' in member);
    const communities = new Map(households.data?.value.map(({ code, community }) => [code, community]));
    const groups = groupsOf(known, (code) => communities.get(code) ?? '', parseDay(dayIn(timezone, new Date())));
    const shipped = chosen.filter(({ isOwn }) => !isOwn).map(({ of }) => of);
    const ownRuleSets = chosen.filter(({ isOwn }) => isOwn).map(({ of }) => of);
    const asked = {
      ...(shipped.length === 0 ? {} : { shipped }),
      ...(ownRuleSets.length === 0 ? {} : { ownRuleSets }),
      ...(groups.length === 0 ? {} : { groups: [...groups] }),
    };
    const body = { ...asked, forAssembly: typed.isChecked('assembly') };
    const answer = await send({ path: { code: season }, body });
    if (answer !== undefined) setCompared({ asked, answer });
    return answer !== undefined;
  };
  return (
    <>
      <div className="no-print">
        <Form onSend={compare} problem={problem} busy={busy} send={say('scenarios.compare')}>
          <fieldset className="stack">
            <legend>{say('scenarios.which')}</legend>
            {choices.map(({ of, name, isOwn }) => (
              <CheckField
                key={fieldOf(of, isOwn)}
                name={fieldOf(of, isOwn)}
                label={name}
                defaultChecked={!isOwn && FIRST.includes(of)}
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
      {compared === undefined ? null : (
        <>
          <ShowToAll key={compared.answer.asOf} season={season} asked={compared.asked} />
          <ComparedRules compared={compared.answer} nameOf={nameOf} />
        </>
      )}
    </>
  );
}

const fieldOf = (code: string, isOwn: boolean): string => `${isOwn ? 'own' : 'set'}-${code}`;

/** What is compared where nobody chose yet. */
const FIRST = ['bo-356-by-work', 'bo-356-by-deliveries', 'equal'];

/** Shows what was compared to everybody: on the wall, and to each member on her own phone. */
function ShowToAll({ season, asked }: { season: string; asked: Asked }) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/seasons/{code}/shown-scenarios');
  const [isShown, setShown] = useState(false);
  const show = async (): Promise<boolean> => {
    const isDone = (await send({ path: { code: season }, body: asked })) !== undefined;
    setShown(isDone);
    return isDone;
  };
  if (isShown)
    return (
      <Notice kind="done">
        <p>{say('scenarios.isShown')}</p>
      </Notice>
    );
  return (
    <div className="no-print">
      <Form onSend={show} problem={problem} busy={busy} send={say('scenarios.show')}>
        <p className="soft">{say('scenarios.showText')}</p>
      </Form>
    </div>
  );
}
