import { Notice } from '../../design/notice.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import type { BankMatching } from './bank-line.js';

/** What the statement and the books come to, and by what they differ. */
export function BankSums({ matching }: { matching: BankMatching }) {
  const { statementBalance, ledgerBalance, restricted, linesLeft, postingsLeft } = matching;
  const { currency, places } = useWho().coop;
  const difference = (one: string, other: string): bigint =>
    (unitsOf(one, places) ?? 0n) - (unitsOf(other, places) ?? 0n);
  const sums = [
    ...(ledgerBalance === null
      ? []
      : [
          [
            say('bank.byStatement'),
            statementBalance === null ? say('bank.notTold') : inMoney(statementBalance, currency),
          ],
          [say('bank.byBooks'), inMoney(ledgerBalance, currency)],
        ]),
    ...(restricted === null || !isSome(restricted) ? [] : [[say('bank.restricted'), inMoney(restricted, currency)]]),
    [say('bank.linesLeft'), inMoney(linesLeft, currency)],
    [say('bank.postingsLeft'), inMoney(postingsLeft, currency)],
  ];
  return (
    <div className="card stack small">
      <dl>
        {sums.map(([name, sum]) => (
          <div className="pair" key={name}>
            <dt>{name}</dt>
            <dd className="number">{sum}</dd>
          </div>
        ))}
      </dl>
      {statementBalance === null || ledgerBalance === null ? null : statementBalance === ledgerBalance ? (
        <Notice kind="done">
          <p>{say('bank.equal')}</p>
        </Notice>
      ) : difference(statementBalance, ledgerBalance) === difference(linesLeft, postingsLeft) ? (
        <Notice kind="waiting">
          <p>{say('bank.explained')}</p>
        </Notice>
      ) : null}
    </div>
  );
}

const isSome = (amount: string): boolean => /[1-9]/.test(amount);
