import { Bars, Columns, sizeOf } from '../../design/chart.js';
import { Shown } from '../../design/shown.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { byWeek } from './weeks.js';

type Days = { readonly from?: string; readonly to?: string };

/** What was sold by week and by feria, to be looked at. */
export function SalesTotals({ days }: { days: Days }) {
  const { currency, places } = useWho().coop;
  const byDay = useRead('GET /api/sales/v1/totals/sales', { query: { by: 'day', ...days } });
  const byMarket = useRead('GET /api/sales/v1/totals/sales', { query: { by: 'market', ...days } });
  return (
    <div className="side-by-side">
      <Shown read={byDay}>
        {({ items }) =>
          items.length === 0 ? null : (
            <Columns
              caption={say('sales.byWeek')}
              heads={[say('sales.weekHead'), say('sales.amount')]}
              open={say('sales.seeTable')}
              parts={byWeek(items, places).map(({ monday, amount }) => ({
                key: monday,
                label: say('sales.week', { day: dayInShort(monday) }),
                size: sizeOf(amount),
                figure: inMoney(amount, currency),
              }))}
            />
          )
        }
      </Shown>
      <Shown read={byMarket}>
        {({ items }) =>
          items.length === 0 ? null : (
            <Bars
              caption={say('sales.byMarket')}
              heads={[say('sales.market'), say('sales.amount')]}
              parts={[...items]
                .sort((a, b) => sizeOf(b.amount) - sizeOf(a.amount))
                .map(({ key, amount }) => ({
                  key,
                  label: key,
                  size: sizeOf(amount),
                  figure: inMoney(amount, currency),
                }))}
            />
          )
        }
      </Shown>
    </div>
  );
}
