import { Bars, Columns, sizeOf, toneOf } from '../../design/chart.js';
import { Shown } from '../../design/shown.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { byWeek } from './weeks.js';

type Days = { readonly from?: string; readonly to?: string };

/** What was sold by week and by feria, to be looked at: a feria has one tone in both. */
export function SalesTotals({ days }: { days: Days }) {
  const { currency, places } = useWho().coop;
  const perWeek = useRead('GET /api/sales/v1/totals/sales', { query: { by: 'week', ...days } });
  const perMarket = useRead('GET /api/sales/v1/totals/sales', { query: { by: 'market', ...days } });
  return (
    <Shown read={perMarket}>
      {({ items }) => {
        if (items.length === 0) return null;
        const markets = [...items].sort((a, b) => sizeOf(b.amount) - sizeOf(a.amount));
        const tones = new Map(markets.map(({ key }, index) => [key, toneOf(index)]));
        return (
          <div className="side-by-side">
            <Shown read={perWeek}>
              {({ items: weeks }) => (
                <Columns
                  caption={say('sales.byWeek')}
                  heads={[say('sales.weekHead'), say('sales.amount')]}
                  open={say('sales.seeTable')}
                  parts={byWeek(weeks, places).map(({ monday, amount, markets: sold }) => ({
                    key: monday,
                    label: say('sales.week', { day: dayInShort(monday) }),
                    size: sizeOf(amount),
                    figure: inMoney(amount, currency),
                    layers: sold.map(({ market, amount: there }) => ({
                      key: market,
                      label: market,
                      size: sizeOf(there),
                      figure: inMoney(there, currency),
                      tone: tones.get(market) ?? toneOf(0),
                    })),
                  }))}
                />
              )}
            </Shown>
            <Bars
              caption={say('sales.byMarket')}
              heads={[say('sales.market'), say('sales.amount')]}
              toned
              parts={markets.map(({ key, amount }) => ({
                key,
                label: key,
                size: sizeOf(amount),
                figure: inMoney(amount, currency),
              }))}
            />
          </div>
        );
      }}
    </Shown>
  );
}
