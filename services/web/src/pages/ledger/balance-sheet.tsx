import { Downloads } from '../../design/downloads.js';
import { DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Shown } from '../../design/shown.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInFull } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { Book } from './books.js';
import { ChartTable } from './chart-table.js';

/** What the co-op has on a day, and whose it is. */
export default function BalanceSheet() {
  const [on, setOn] = useFilter('al');
  const query = narrowed('on', on);
  const report = useRead('GET /api/profit-sharing/v1/ledger/balance-sheet', { query });
  const { currency } = useWho().coop;
  return (
    <Book
      title={say('ledger.balanceSheet')}
      acts={<Downloads route="GET /api/profit-sharing/v1/ledger/balance-sheet" sent={{ query }} />}
    >
      <Filters>
        <DayFilter label={say('ledger.on')} value={on} onChoose={setOn} />
      </Filters>
      <Shown read={report}>
        {({ on: day, items }) => (
          <>
            <p>{say('ledger.asOf', { on: dayInFull(day) })}</p>
            <ChartTable
              caption={say('ledger.balanceSheet')}
              rows={items}
              figures={[{ head: say('ledger.amount'), of: ({ amount }) => inFigures(amount) }]}
            />
            <p>{say('ledger.sheetBalanced', { amount: inMoney(items.at(-1)?.amount ?? '', currency) })}</p>
          </>
        )}
      </Shown>
    </Book>
  );
}
