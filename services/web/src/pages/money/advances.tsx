import { useState } from 'react';
import { Link } from 'wouter';
import { AmountField } from '../../design/amount-field.js';
import { Button } from '../../design/button.js';
import { Downloads } from '../../design/downloads.js';
import { ChoiceField, TextField } from '../../design/field.js';
import { ChoiceFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Form } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { Shown, ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { useMembers } from '../../hooks/use-names.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney, signOf } from '../../words/money.js';
import { say } from '../../words/say.js';
import { Standing } from './standing.js';

/** What was advanced to members, and what they owe. */
export default function Advances() {
  const [member, setMember] = useFilter('socia');
  const query = narrowed('member', member);
  const list = useList('GET /api/profit-sharing/v1/advances', { query });
  const members = useMembers();
  const { currency } = useWho().coop;
  const [isNew, setNew] = useState(false);
  const choices = members.rows.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Page
      title={say('money.advances')}
      acts={
        <>
          <Link href="/traer?que=adelantos" className="button">
            {say('paste.open')}
          </Link>
          <Button kind="main" onClick={() => setNew(!isNew)}>
            {say('money.newAdvance')}
          </Button>
          <Downloads route="GET /api/profit-sharing/v1/advances" sent={{ query }} />
        </>
      }
    >
      {isNew ? <NewAdvance members={choices} /> : null}
      <Debts />
      <Filters>
        <ChoiceFilter label={say('money.member')} value={member} onChoose={setMember} choices={choices} />
      </Filters>
      <ShownList list={list} empty={<p>{say(member === '' ? 'money.noAdvances' : 'states.nothingFound')}</p>}>
        {(items) => (
          <Table
            caption={say('money.advances')}
            rows={items}
            keyOf={({ code }) => code}
            columns={[
              { head: say('money.member'), cell: (advance) => members.nameOf(advance.member) },
              { head: say('money.code'), cell: ({ code }) => code },
              { head: say('money.day'), cell: ({ paidOn }) => dayInShort(paidOn) },
              { head: say('money.note'), cell: ({ note }) => note },
              { head: say('money.amount'), cell: ({ amount }) => inMoney(amount, currency), number: true },
              {
                head: say('money.state'),
                cell: ({ code, reversal, member: owner }) => (
                  <Standing
                    reversal={reversal}
                    route="POST /api/profit-sharing/v1/advances/{code}/reversal"
                    name={`${members.nameOf(owner)} (${code})`}
                    sent={(body) => ({ path: { code }, body })}
                  />
                ),
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}

/** What each member owes today, by the ledger. */
function Debts() {
  const balances = useRead('GET /api/profit-sharing/v1/ledger/balances', {});
  const { nameOf } = useMembers();
  const { currency } = useWho().coop;
  return (
    <details>
      <summary>{say('money.debts')}</summary>
      <Shown read={balances}>
        {({ items }) => {
          const debts = items.filter(({ account, balance }) => account === 'member-advances' && /[1-9]/.test(balance));
          if (debts.length === 0) return <p>{say('money.noDebts')}</p>;
          return (
            <Table
              caption={say('money.debts')}
              rows={debts}
              keyOf={({ party }) => party ?? ''}
              columns={[
                { head: say('money.member'), cell: ({ party }) => nameOf(party ?? '') },
                { head: say('money.owes'), cell: ({ balance }) => inMoney(balance, currency), number: true },
              ]}
            />
          );
        }}
      </Shown>
    </details>
  );
}

function NewAdvance({ members }: { members: readonly { readonly value: string; readonly label: string }[] }) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/advances');
  const { places, currency } = useWho().coop;
  return (
    <div className="card">
      <Form
        problem={problem}
        busy={busy}
        send={say('money.newAdvance')}
        done={say('money.saved')}
        draft="advance"
        onSend={async (typed) => {
          const row = {
            code: typed.text('code'),
            paidOn: typed.text('paidOn'),
            member: typed.text('member'),
            amount: typed.text('amount'),
            ...typed.optional('note'),
          };
          return (await send({ body: { rows: [row] } })) !== undefined;
        }}
      >
        <div className="fields">
          <ChoiceField name="member" at="/rows/0/member" label={say('money.member')} choices={members} />
          <TextField name="code" at="/rows/0/code" label={say('money.code')} required />
          <TextField name="paidOn" at="/rows/0/paidOn" label={say('money.day')} type="date" required />
          <AmountField
            name="amount"
            at="/rows/0/amount"
            label={say('money.amount')}
            unit={signOf(currency)}
            places={places}
          />
          <TextField name="note" at="/rows/0/note" label={say('money.note')} />
        </div>
      </Form>
    </div>
  );
}
