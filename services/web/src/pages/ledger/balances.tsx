import { Downloads } from '../../design/downloads.js';
import { DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { Book } from './books.js';

/** What stands on each account at the end of a day. */
export default function Balances() {
  const [on, setOn] = useFilter('al');
  const query = narrowed('on', on);
  const balances = useRead('GET /api/profit-sharing/v1/ledger/balances', { query });
  const { currency } = useWho().coop;
  return (
    <Book
      title={say('ledger.title')}
      acts={<Downloads route="GET /api/profit-sharing/v1/ledger/balances" sent={{ query }} />}
    >
      <Filters>
        <DayFilter label={say('ledger.on')} value={on} onChoose={setOn} />
      </Filters>
      <Shown read={balances}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="card">{say('ledger.none')}</div>
          ) : (
            <Table
              caption={say('ledger.balances')}
              rows={items}
              keyOf={({ account, party }) => `${account} ${party ?? ''}`}
              columns={[
                { head: say('ledger.account'), cell: ({ label }) => label },
                { head: say('ledger.debit'), cell: ({ debit }) => inMoney(debit, currency), number: true },
                { head: say('ledger.credit'), cell: ({ credit }) => inMoney(credit, currency), number: true },
                {
                  head: say('ledger.balance'),
                  cell: ({ balance }) => <strong>{inMoney(balance, currency)}</strong>,
                  number: true,
                },
              ]}
            />
          )
        }
      </Shown>
    </Book>
  );
}
