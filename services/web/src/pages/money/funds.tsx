import { useState } from 'react';
import { Button } from '../../design/button.js';
import { TextField } from '../../design/field.js';
import { Changes } from '../../design/changes.js';
import { Form } from '../../design/form.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { RegisteredActs } from '../../design/registered-acts.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { say } from '../../words/say.js';
import { MoneyParts } from './money-parts.js';

type Fund = ItemOf<'GET /api/profit-sharing/v1/funds'>;

/** The funds that rules can name. */
export default function Funds() {
  const list = useList('GET /api/profit-sharing/v1/funds', { query: { retired: 'true' } });
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/funds');
  const [isNew, setNew] = useState(false);
  return (
    <Page
      title={say('money.funds')}
      acts={
        <Button kind="main" onClick={() => setNew(!isNew)}>
          {say('money.newFund')}
        </Button>
      }
    >
      <MoneyParts />
      {isNew ? (
        <div className="card">
          <Form
            problem={problem}
            busy={busy}
            send={say('money.newFund')}
            done={say('money.saved')}
            draft="fund"
            onSend={async (typed) => {
              const row = {
                code: typed.text('code'),
                nameEs: typed.text('nameEs'),
                ...typed.optional('nameEn'),
                ...typed.optional('legalName'),
              };
              return (await send({ body: { rows: [row] } })) !== undefined;
            }}
          >
            <div className="fields">
              <TextField name="nameEs" at="/rows/0/nameEs" label={say('money.nameEs')} required />
              <TextField
                name="code"
                at="/rows/0/code"
                label={say('money.fundCode')}
                hint={say('money.fundCodeHint')}
                autoCapitalize="none"
                required
              />
              <TextField name="nameEn" at="/rows/0/nameEn" label={say('money.nameEn')} />
              <TextField name="legalName" at="/rows/0/legalName" label={say('money.legalName')} />
            </div>
          </Form>
        </div>
      ) : null}
      <ShownList list={list} empty={<p>{say('money.noFunds')}</p>}>
        {(items) => (
          <Table
            caption={say('money.funds')}
            rows={items}
            keyOf={({ code }) => code}
            columns={[
              { head: say('money.nameEs'), cell: ({ nameEs }) => nameEs, by: ({ nameEs }) => nameEs },
              { head: say('money.fundCode'), cell: ({ code }) => code, by: ({ code }) => code },
              { head: say('money.legalName'), cell: ({ legalName }) => legalName, by: ({ legalName }) => legalName },
              {
                head: say('money.state'),
                cell: ({ retiredOn }) => (
                  <Pill kind={retiredOn === null ? 'done' : 'plain'}>
                    {say(retiredOn === null ? 'money.inUse' : 'money.retired')}
                  </Pill>
                ),
                by: ({ retiredOn }) => say(retiredOn === null ? 'money.inUse' : 'money.retired'),
              },
              { head: say('money.change'), cell: (fund) => <FundActs fund={fund} /> },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}

function FundActs({ fund }: { fund: Fund }) {
  const path = { code: fund.code };
  const names = [
    ['nameEs', 'money.nameEs'],
    ['nameEn', 'money.nameEn'],
    ['legalName', 'money.legalName'],
  ] as const;
  return (
    <RegisteredActs
      route="PATCH /api/profit-sharing/v1/funds/{code}"
      row={fund}
      name={fund.nameEs}
      correct={(typed) => ({
        path,
        body: { nameEs: typed.text('nameEs'), nameEn: typed.text('nameEn'), legalName: typed.text('legalName') },
      })}
      retire={(body) => ({ path, body })}
      fields={names.map(([name, word]) => ({ name, label: say(word), of: (row: Fund) => row[name] }))}
      changes={() => <FundChanges code={fund.code} />}
    >
      {names.map(([name, word]) => (
        <TextField key={name} name={name} label={say(word)} defaultValue={fund[name]} required={name !== 'legalName'} />
      ))}
    </RegisteredActs>
  );
}

const FundChanges = ({ code }: { code: string }) => (
  <Changes list={useList('GET /api/profit-sharing/v1/funds/{code}/changes', { path: { code } })} />
);
