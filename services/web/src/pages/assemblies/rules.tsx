import type { Answer } from '../../api/route.js';
import { CheckField, ChoiceField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { Shown, ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';

type Rules = Answer<'GET /api/members/v1/assembly-rules/current'>;

const VOTED = ['ordinary', 'admission', 'statute'] as const;
const LATE = ['refused', 'marked'] as const;
const OF = ['present', 'votes'] as const;
const ADMISSIONS = ['free', 'by-resolution'] as const;

/** How the co-op holds its assemblies: what holds now, what held before, and for who presides, changing it. */
export default function AssemblyRules() {
  const who = useWho();
  const rules = useRead('GET /api/members/v1/assembly-rules/current', {});
  const versions = useList('GET /api/members/v1/assembly-rules', {});
  return (
    <Page title={say('assemblies.rules')}>
      <Shown read={rules}>
        {(current) => (
          <>
            <Sentences rules={current} />
            {holds(who, 'president') ? <Change rules={current} /> : null}
          </>
        )}
      </Shown>
      <h2>{say('assemblies.versions')}</h2>
      <ShownList list={versions} empty={<p>{say('assemblies.noVersions')}</p>}>
        {(items) => (
          <Table
            caption={say('assemblies.versions')}
            rows={[...items].reverse()}
            keyOf={({ version }) => String(version)}
            columns={[
              { head: say('assemblies.version'), cell: ({ version }) => version, by: ({ version }) => version },
              {
                head: say('assemblies.since'),
                cell: ({ recordedAt }) => moment(recordedAt, who.coop.timezone),
                by: ({ recordedAt }) => recordedAt,
              },
              { head: say('assemblies.rules'), cell: (version) => sentencesOf(version).join(' ') },
              {
                head: say('assemblies.byResolution'),
                cell: ({ resolution }) => resolution ?? '–',
                by: ({ resolution }) => resolution,
              },
              {
                head: say('assemblies.writtenBy'),
                cell: ({ recordedBy }) => recordedBy,
                by: ({ recordedBy }) => recordedBy,
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}

function Sentences({ rules }: { rules: Rules }) {
  return (
    <ul className="stack small">
      {sentencesOf(rules).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Rules as somebody says them. */
function sentencesOf(rules: Rules): string[] {
  const { noticeDays, lateCall, firstQuorumPercent, secondCallMinutes, secondQuorum, twoThirds } = rules;
  const kinds = twoThirds.map((kind) => say(`assemblies.${kind}`)).join(', ');
  return [
    say(`assemblies.notice-${lateCall}`, { days: String(noticeDays) }),
    say('assemblies.firstQuorum', { percent: String(firstQuorumPercent) }),
    say('assemblies.secondQuorum', { minutes: String(secondCallMinutes), members: String(secondQuorum) }),
    twoThirds.length === 0
      ? say('assemblies.noTwoThirds')
      : say(`assemblies.twoThirds-${rules.twoThirdsOf}`, { kinds }),
    say(`assemblies.admission-${rules.admission}`),
  ];
}

function Change({ rules }: { rules: Rules }) {
  const { send, busy, problem } = useAct('POST /api/members/v1/assembly-rules');
  const change = async (typed: Typed): Promise<boolean> => {
    const whole = (name: string): number => Number(typed.text(name));
    const oneOf = <T extends string>(choices: readonly T[], name: string, first: T): T =>
      choices.find((choice) => choice === typed.text(name)) ?? first;
    const body = {
      noticeDays: whole('noticeDays'),
      lateCall: oneOf(LATE, 'lateCall', rules.lateCall),
      firstQuorumPercent: whole('firstQuorumPercent'),
      secondCallMinutes: whole('secondCallMinutes'),
      secondQuorum: whole('secondQuorum'),
      twoThirds: VOTED.filter((kind) => typed.isChecked(`two-thirds-${kind}`)),
      twoThirdsOf: oneOf(OF, 'twoThirdsOf', rules.twoThirdsOf),
      admission: oneOf(ADMISSIONS, 'admission', rules.admission),
      ...typed.optional('resolution'),
    };
    return (await send({ body })) !== undefined;
  };
  const number = (name: 'noticeDays' | 'firstQuorumPercent' | 'secondCallMinutes' | 'secondQuorum') => (
    <TextField
      name={name}
      label={say(`assemblies.${name}Field`)}
      inputMode="numeric"
      pattern="[0-9]*"
      defaultValue={String(rules[name])}
      required
    />
  );
  return (
    <details>
      <summary>{say('assemblies.changeRules')}</summary>
      <p>{say('assemblies.changeRulesText')}</p>
      <Form
        onSend={change}
        problem={problem}
        busy={busy}
        send={say('assemblies.changeRules')}
        done={say('assemblies.rulesChanged')}
      >
        <div className="fields">
          {number('noticeDays')}
          <ChoiceField
            name="lateCall"
            label={say('assemblies.lateCallField')}
            defaultValue={rules.lateCall}
            choices={LATE.map((value) => ({ value, label: say(`assemblies.late-${value}`) }))}
          />
          {number('firstQuorumPercent')}
          {number('secondCallMinutes')}
          {number('secondQuorum')}
        </div>
        <fieldset className="stack small">
          <legend>{say('assemblies.twoThirdsField')}</legend>
          {VOTED.map((kind) => (
            <CheckField
              key={kind}
              name={`two-thirds-${kind}`}
              label={say(`assemblies.${kind}`)}
              defaultChecked={rules.twoThirds.includes(kind)}
            />
          ))}
        </fieldset>
        <div className="fields">
          <ChoiceField
            name="twoThirdsOf"
            label={say('assemblies.twoThirdsOfField')}
            defaultValue={rules.twoThirdsOf}
            choices={OF.map((value) => ({ value, label: say(`assemblies.of-${value}`) }))}
          />
          <ChoiceField
            name="admission"
            label={say('assemblies.admissionField')}
            defaultValue={rules.admission}
            choices={ADMISSIONS.map((value) => ({ value, label: say(`assemblies.admitted-${value}`) }))}
          />
          <TextField name="resolution" label={say('assemblies.byResolution')} />
        </div>
      </Form>
    </details>
  );
}
