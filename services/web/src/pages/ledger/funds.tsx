import { Downloads } from '../../design/downloads.js';
import { DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInFull } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { Book } from './books.js';

/** What is in the funds on a day. */
export default function Funds() {
  const [on, setOn] = useFilter('al');
  const query = narrowed('on', on);
  const funds = useRead('GET /api/profit-sharing/v1/ledger/funds', { query });
  const { currency } = useWho().coop;
  return (
    <Book
      title={say('ledger.funds')}
      acts={<Downloads route="GET /api/profit-sharing/v1/ledger/funds" sent={{ query }} />}
    >
      <Filters>
        <DayFilter label={say('ledger.on')} value={on} onChoose={setOn} />
      </Filters>
      <Shown read={funds}>
        {({ on: day, items }) =>
          items.length === 0 ? (
            <div className="card">{say('ledger.noFunds')}</div>
          ) : (
            <>
              <p>{say('ledger.asOf', { on: dayInFull(day) })}</p>
              <Table
                caption={say('ledger.funds')}
                rows={items}
                keyOf={({ fund }) => fund}
                columns={[
                  { head: say('ledger.fund'), cell: ({ label }) => label, by: ({ label }) => label },
                  {
                    head: say('ledger.balance'),
                    cell: ({ balance }) => inMoney(balance, currency),
                    by: ({ balance }) => balance,
                    number: true,
                  },
                  {
                    head: say('ledger.toRestore'),
                    cell: ({ toRestore }) => inMoney(toRestore, currency),
                    by: ({ toRestore }) => toRestore,
                    number: true,
                  },
                ]}
              />
            </>
          )
        }
      </Shown>
    </Book>
  );
}
