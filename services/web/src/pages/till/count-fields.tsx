import { useId } from 'react';
import { Notice } from '../../design/notice.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { inFigures, inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { countedIn, countIn, type Counts } from './pieces.js';

/** Notes and coins, how many of each, and what they come to beside what the books say of that day. */
export function CountFields({
  pieces,
  counts,
  day,
  onCount,
}: {
  pieces: readonly string[];
  counts: Counts;
  day: string;
  onCount: (counts: Counts) => void;
}) {
  const { currency, places } = useWho().coop;
  const id = useId();
  return (
    <fieldset className="stack small">
      <legend>{say('till.pieces')}</legend>
      <ul className="sheet">
        {pieces.map((piece) => {
          const worth = (unitsOf(piece, places) ?? 0n) * BigInt(countIn(counts[piece]));
          return (
            <li key={piece}>
              <label htmlFor={`${id}-${piece}`}>
                <span className="number">{inMoney(piece, currency)}</span>
                <input
                  id={`${id}-${piece}`}
                  inputMode="numeric"
                  pattern="[0-9]{0,6}"
                  autoComplete="off"
                  value={counts[piece] ?? ''}
                  onChange={({ target }) => onCount({ ...counts, [piece]: target.value.trim() })}
                />
              </label>
              <span className="number soft">{worth === 0n ? '' : inFigures(decimalOf(worth, places))}</span>
            </li>
          );
        })}
      </ul>
      <Difference counted={countedIn(counts, places)} day={day} />
    </fieldset>
  );
}

function Difference({ counted, day }: { counted: bigint; day: string }) {
  const { currency, places } = useWho().coop;
  const balances = useRead('GET /api/profit-sharing/v1/ledger/balances', { query: { on: day } }, { when: day !== '' });
  const shown = (units: bigint): string => inMoney(decimalOf(units, places), currency);
  const cash = balances.data?.value.items.find(({ account }) => account === 'cash');
  const expected = balances.data === undefined ? undefined : (unitsOf(cash?.balance ?? '', places) ?? 0n);
  const difference = expected === undefined ? undefined : counted - expected;
  return (
    <div className="stack small" aria-live="polite">
      <dl>
        <div className="pair">
          <dt>{say('till.counted')}</dt>
          <dd>
            <strong>{shown(counted)}</strong>
          </dd>
        </div>
        {expected === undefined ? null : (
          <div className="pair">
            <dt>{say('till.inBooks')}</dt>
            <dd>{shown(expected)}</dd>
          </div>
        )}
      </dl>
      {difference === undefined || counted === 0n ? null : difference === 0n ? (
        <Notice kind="done">
          <p>{say('till.balanced')}</p>
        </Notice>
      ) : (
        <Notice kind="waiting">
          <p>
            {difference > 0n
              ? say('till.over', { amount: shown(difference) })
              : say('till.short', { amount: shown(-difference) })}
          </p>
        </Notice>
      )}
    </div>
  );
}
