import { Link, useLocation } from 'wouter';
import { ChoiceField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInWords } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';

/** The rules of the co-op's own, and beginning others. */
export default function RuleSets() {
  const list = useList('GET /api/profit-sharing/v1/own-rule-sets', {});
  return (
    <Page title={say('ownRules.title')}>
      <p>{say('ownRules.text')}</p>
      <ShownList list={list} empty={<p>{say('ownRules.none')}</p>}>
        {(items) => (
          <Table
            caption={say('ownRules.title')}
            rows={items}
            keyOf={({ code }) => code}
            columns={[
              {
                head: say('ownRules.name'),
                cell: ({ code, name }) => <Link href={`/reglas/${encodeURIComponent(code)}`}>{name}</Link>,
                by: ({ name }) => name,
              },
              { head: say('ownRules.law'), cell: ({ law }) => law ?? say('ownRules.noLaw'), by: ({ law }) => law },
              {
                head: say('ownRules.inForce'),
                cell: ({ adopted, from }) =>
                  adopted === null || from === null
                    ? say('ownRules.notAdopted')
                    : say('ownRules.versionFrom', { version: String(adopted), day: dayInWords(from) }),
                by: ({ from }) => from,
              },
            ]}
          />
        )}
      </ShownList>
      {holds(useWho(), 'treasurer') ? <BeginForm /> : null}
    </Page>
  );
}

const NOTHING = 'nothing';

function BeginForm() {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/own-rule-sets');
  const shipped = useRead('GET /api/profit-sharing/v1/rule-sets', {});
  const [, go] = useLocation();
  const begin = async (typed: Typed): Promise<boolean> => {
    const [code, copies] = [typed.text('code'), typed.text('copies')];
    const row = { code, name: typed.text('name'), ...(copies === NOTHING ? {} : { copies }) };
    const isDone = (await send({ body: { rows: [row] } })) !== undefined;
    if (isDone) go(`/reglas/${encodeURIComponent(code)}`);
    return isDone;
  };
  return (
    <div className="card stack small">
      <h2>{say('ownRules.begin')}</h2>
      <Form onSend={begin} problem={problem} busy={busy} send={say('ownRules.begin')} draft="own-rules">
        <div className="fields">
          <TextField name="name" at="/rows/0/name" label={say('ownRules.name')} required />
          <TextField
            name="code"
            at="/rows/0/code"
            label={say('ownRules.code')}
            hint={say('ownRules.codeHint')}
            required
          />
          <ChoiceField
            name="copies"
            at="/rows/0/copies"
            label={say('ownRules.copies')}
            choices={[
              ...(shipped.data?.value.ruleSets ?? []).map(({ code, name }) => ({
                value: code,
                label: name[language() === 'es' ? 'es' : 'en'],
              })),
              { value: NOTHING, label: say('ownRules.fromNothing') },
            ]}
          />
        </div>
      </Form>
    </div>
  );
}
