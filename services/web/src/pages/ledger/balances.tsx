import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Downloads } from '../../design/downloads.js';
import { DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { wordOf } from '../../words/word-of.js';
import { wholeOf } from './account-sum.js';
import { Book } from './books.js';
import { usePartyNames } from './use-party-names.js';

type Balance = Answer<'GET /api/profit-sharing/v1/ledger/balances'>['items'][number];

/** What stands on each account at the end of a day: one line an account, and those who have a part of it behind it. */
export default function Balances() {
  const [on, setOn] = useFilter('al');
  const [opened] = useFilter('cuenta');
  const query = narrowed('on', on);
  const balances = useRead('GET /api/profit-sharing/v1/ledger/balances', { query });
  const nameOf = usePartyNames();
  return (
    <Book
      title={opened === '' ? say('ledger.title') : wordOf('account', opened)}
      acts={<Downloads route="GET /api/profit-sharing/v1/ledger/balances" sent={{ query }} />}
    >
      <Filters>
        <DayFilter label={say('ledger.on')} value={on} onChoose={setOn} />
      </Filters>
      <Shown read={balances}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="card">{say('ledger.none')}</div>
          ) : opened === '' ? (
            <Accounts items={items} on={on} />
          ) : (
            <>
              <p className="no-print">
                <Link href="/libro" className="button">
                  {say('ledger.allAccounts')}
                </Link>
              </p>
              <Figures
                rows={items.filter(({ account }) => account === opened)}
                name={({ account, party, label }) => (
                  <Link href={sheetOf(account, party)}>{party === null ? label : nameOf(account, party)}</Link>
                )}
              />
            </>
          )
        }
      </Shown>
    </Book>
  );
}

const sheetOf = (account: string, party: string | null): string =>
  `/libro/mayor?${new URLSearchParams({ cuenta: account, ...(party === null ? {} : { nombre: party }) }).toString()}`;

function Accounts({ items, on }: { items: readonly Balance[]; on: string }) {
  const { places } = useWho().coop;
  const accounts = [...new Set(items.map(({ account }) => account))].map((account) =>
    wholeOf(
      items.filter((row) => row.account === account),
      places,
    ),
  );
  return (
    <Figures
      rows={accounts}
      name={({ account, parts }) => (
        <Link
          href={
            parts === 0
              ? sheetOf(account, null)
              : `/libro?${new URLSearchParams({ cuenta: account, al: on }).toString()}`
          }
        >
          {wordOf('account', account)}
          {parts === 0 ? null : ` (${parts})`}
        </Link>
      )}
    />
  );
}

/** Debit, credit and balance of accounts, or of their parts. */
function Figures<Row extends Pick<Balance, 'account' | 'party' | 'debit' | 'credit' | 'balance'>>({
  rows,
  name,
}: {
  rows: readonly Row[];
  name: (row: Row) => ReactNode;
}) {
  const { currency } = useWho().coop;
  return (
    <Table
      caption={say('ledger.balances')}
      rows={rows}
      keyOf={({ account, party }) => `${account} ${party ?? ''}`}
      columns={[
        { head: say('ledger.account'), cell: name },
        {
          head: say('ledger.debit'),
          cell: ({ debit }) => inMoney(debit, currency),
          by: ({ debit }) => debit,
          number: true,
        },
        {
          head: say('ledger.credit'),
          cell: ({ credit }) => inMoney(credit, currency),
          by: ({ credit }) => credit,
          number: true,
        },
        {
          head: say('ledger.balance'),
          cell: ({ balance }) => <strong>{inMoney(balance, currency)}</strong>,
          by: ({ balance }) => balance,
          number: true,
        },
      ]}
    />
  );
}
