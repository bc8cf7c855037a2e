import { outcomeOf, type Outcome } from '../api/outcome.js';
import type { Answer } from '../api/route.js';
import { useFundNames } from '../hooks/use-fund-names.js';
import { useRead } from '../hooks/use-read.js';
import { inMoney, withFigures } from '../words/money.js';
import { say } from '../words/say.js';
import { sizeOf, Whole } from './chart.js';
import { Opens } from './opens.js';
import { Shown } from './shown.js';

type Run = Answer<'GET /api/profit-sharing/v1/runs/{id}'>;

/** From the result of a season to what is left for its families; every figure opens its workings. */
export function RunFigures({ run }: { run: Run }) {
  const outcome = outcomeOf(run.outcome);
  const [first] = outcome.members;
  // its first lines, up to the families' pool, are the same on everybody's statement
  const statement = useRead(
    'GET /api/profit-sharing/v1/runs/{id}/statements/members/{number}',
    { path: { id: run.id, number: first ?? '' } },
    { when: first !== undefined },
  );
  if (first === undefined) return <PlainFigures outcome={outcome} currency={run.currency} />;
  return (
    <Shown read={statement}>
      {({ workings }) => (
        <div className="card">
          {workings.slice(0, outcome.steps + 2).map(({ label, working, amount }) => (
            <Opens key={label} label={label} figure={inMoney(amount, run.currency)}>
              <p>{withFigures(working)}</p>
            </Opens>
          ))}
        </div>
      )}
    </Shown>
  );
}

function PlainFigures({ outcome: { result, pool }, currency }: { outcome: Outcome; currency: string }) {
  return (
    <dl className="card">
      <div className="pair">
        <dt>{say('shares.result')}</dt>
        <dd className="number">{inMoney(result, currency)}</dd>
      </div>
      <div className="pair">
        <dt>{say('shares.pool')}</dt>
        <dd className="number">{inMoney(pool, currency)}</dd>
      </div>
    </dl>
  );
}

/** Where each coin that was sold for goes: to those who delivered, to expenses, to each fund, to the families. */
export function WhereItGoes({ run, coin }: { run: Run; coin: string }) {
  const figures = useRead('GET /api/profit-sharing/v1/seasons/{code}/figures', { path: { code: run.season } });
  const fundOf = useFundNames();
  const { funds, pool } = outcomeOf(run.outcome);
  const caption = say('shares.boliviano', { coin });
  return (
    <Shown read={figures}>
      {({ deliveriesCost, ownExpenses }) => (
        <Whole
          caption={caption}
          heads={[say('shares.what'), say('shares.amount')]}
          parts={[
            [say('shares.deliveries'), deliveriesCost] as const,
            [say('shares.ownExpenses'), ownExpenses] as const,
            ...funds.map(({ fund, amount }) => [fundOf(fund), amount] as const),
            [say('shares.toFamilies'), pool] as const,
          ].map(([label, amount]) => ({
            key: label,
            label,
            size: sizeOf(amount),
            figure: inMoney(amount, run.currency),
          }))}
        />
      )}
    </Shown>
  );
}
