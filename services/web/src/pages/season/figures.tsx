import { formatAmount, readAmount } from '@ayni/kernel';
import { sizeOf, Whole } from '../../design/chart.js';
import { Shown } from '../../design/shown.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

/** What a season sold, what that cost, and what is left to be shared. */
export function Figures({ season }: { season: string }) {
  const figures = useRead('GET /api/profit-sharing/v1/seasons/{code}/figures', { path: { code: season } });
  const { places } = useWho().coop;
  return (
    <section className="stack">
      <h2>{say('season.figures')}</h2>
      <Shown read={figures}>
        {({ currency, revenue, receipts, deliveriesCost, ownExpenses, restrictedExpenses, result }) => {
          const none = formatAmount(0n, places);
          const left = result.startsWith('-') ? none : result;
          const isSold = readAmount(revenue, places) > 0n;
          return (
            <>
              <dl className="card">
                <Pair name={say('season.receipts')} value={inFigures(String(receipts))} />
                <Pair name={say('season.revenue')} value={inMoney(revenue, currency)} />
                <Pair name={say('season.deliveries')} value={inMoney(deliveriesCost, currency)} />
                <Pair name={say('season.ownExpenses')} value={inMoney(ownExpenses, currency)} />
                <Pair name={say('season.result')} value={inMoney(result, currency)} strong />
                <Pair name={say('season.restricted')} value={inMoney(restrictedExpenses, currency)} />
              </dl>
              {isSold ? (
                <>
                  <h3>{say('season.whereItGoes')}</h3>
                  <Whole
                    caption={say('season.whereItGoes')}
                    heads={[say('season.what'), say('season.amount')]}
                    parts={(
                      [
                        ['season.deliveries', deliveriesCost],
                        ['season.ownExpenses', ownExpenses],
                        ['season.leftForShares', left],
                      ] as const
                    ).map(([word, amount]) => ({
                      key: word,
                      label: say(word),
                      size: sizeOf(amount),
                      figure: inMoney(amount, currency),
                    }))}
                  />
                </>
              ) : null}
            </>
          );
        }}
      </Shown>
    </section>
  );
}

function Pair({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <div className="pair">
      <dt>{name}</dt>
      <dd className="number">{strong ? <strong>{value}</strong> : value}</dd>
    </div>
  );
}
