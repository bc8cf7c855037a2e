import { useState } from 'react';
import { Button } from '../../design/button.js';
import { Changes } from '../../design/changes.js';
import { Downloads } from '../../design/downloads.js';
import { ChoiceField, TextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { RegisteredActs } from '../../design/registered-acts.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useHouseholdNames } from '../../hooks/use-household-names.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useWhole } from '../../hooks/use-whole.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';

type Payee = ItemOf<'GET /api/profit-sharing/v1/payees'>;

const paysIn = (text: string): Payee['pays'] => (text === 'transfer' ? 'transfer' : 'cash');

const paysWord = (pays: string): string => say(pays === 'transfer' ? 'debts.byTransfer' : 'debts.inCash');

/** How each family is paid its part, and to whom. */
export default function Payees() {
  const query = { retired: 'true' } as const;
  const list = useList('GET /api/profit-sharing/v1/payees', { query });
  const nameOf = useHouseholdNames();
  const [isNew, setNew] = useState(false);
  return (
    <Page
      title={say('debts.payees')}
      acts={
        <>
          <Button kind="main" aria-expanded={isNew} onClick={() => setNew(!isNew)}>
            {say('debts.newPayee')}
          </Button>
          <Downloads route="GET /api/profit-sharing/v1/payees" sent={{ query }} />
        </>
      }
    >
      <DebtParts />
      <p className="soft">{say('debts.payeesText')}</p>
      {isNew ? <NewPayee known={list.items ?? []} /> : null}
      <ShownList list={list} empty={<p>{say('debts.noPayees')}</p>}>
        {(rows) => (
          <Table
            caption={say('debts.payees')}
            rows={rows}
            keyOf={({ code }) => code}
            columns={[
              { head: say('debts.family'), cell: ({ code }) => nameOf(code), by: ({ code }) => nameOf(code) },
              {
                head: say('debts.pays'),
                cell: ({ pays, retiredOn }) =>
                  retiredOn === null ? paysWord(pays) : <Pill kind="plain">{say('states.retired')}</Pill>,
                by: ({ pays, retiredOn }) => (retiredOn === null ? paysWord(pays) : say('states.retired')),
              },
              { head: say('debts.payee'), cell: ({ payee }) => payee || '–', by: ({ payee }) => payee || null },
              {
                head: say('debts.account'),
                cell: ({ account }) => account || '–',
                by: ({ account }) => account || null,
              },
              {
                head: say('facts.acts'),
                isActs: true,
                cell: (payee) => <PayeeActs payee={payee} name={nameOf(payee.code)} />,
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}

function PayeeFields({ first, at = '' }: { first?: Payee; at?: string }) {
  const given = first ?? { pays: 'cash', payee: '', account: '' };
  return (
    <>
      <ChoiceField
        name="pays"
        at={`${at}/pays`}
        label={say('debts.pays')}
        defaultValue={given.pays}
        choices={['cash', 'transfer'].map((value) => ({ value, label: paysWord(value) }))}
      />
      <TextField
        name="payee"
        at={`${at}/payee`}
        label={say('debts.payee')}
        hint={say('debts.payeeHint')}
        defaultValue={given.payee}
      />
      <TextField
        name="account"
        at={`${at}/account`}
        label={say('debts.account')}
        hint={say('debts.accountHint')}
        defaultValue={given.account}
      />
    </>
  );
}

function NewPayee({ known }: { known: readonly Payee[] }) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/payees');
  const families = useWhole('GET /api/members/v1/households', {}).data?.value ?? [];
  const isKnown = new Set(known.map(({ code }) => code));
  return (
    <div className="card">
      <Form
        problem={problem}
        busy={busy}
        send={say('debts.newPayee')}
        done={say('debts.saved')}
        draft="payee"
        onSend={async (typed) => {
          const row = {
            ...{ code: typed.text('code'), pays: paysIn(typed.text('pays')) },
            ...{ payee: typed.text('payee'), account: typed.text('account') },
          };
          return (await send({ body: { rows: [row] } })) !== undefined;
        }}
      >
        <div className="fields">
          <ChoiceField
            name="code"
            at="/rows/0/code"
            label={say('debts.family')}
            choices={families
              .filter(({ code }) => !isKnown.has(code))
              .map(({ code, name }) => ({ value: code, label: name }))}
          />
          <PayeeFields at="/rows/0" />
        </div>
      </Form>
    </div>
  );
}

function PayeeActs({ payee, name }: { payee: Payee; name: string }) {
  const path = { code: payee.code };
  return (
    <RegisteredActs
      route="PATCH /api/profit-sharing/v1/payees/{code}"
      row={payee}
      name={name}
      correct={(typed) => ({
        path,
        body: { pays: paysIn(typed.text('pays')), payee: typed.text('payee'), account: typed.text('account') },
      })}
      retire={(body) => ({ path, body })}
      fields={[
        { name: 'pays', label: say('debts.pays'), of: ({ pays }: Payee) => paysWord(pays) },
        { name: 'payee', label: say('debts.payee'), of: (row: Payee) => row.payee },
        { name: 'account', label: say('debts.account'), of: ({ account }: Payee) => account },
      ]}
      changes={() => <PayeeChanges code={payee.code} />}
    >
      <PayeeFields first={payee} />
    </RegisteredActs>
  );
}

const PayeeChanges = ({ code }: { code: string }) => (
  <Changes list={useList('GET /api/profit-sharing/v1/payees/{code}/changes', { path: { code } })} />
);
