import { inMoney, withFigures } from '../words/money.js';

type WorkingLine = {
  readonly label: string;
  readonly says?: string | null;
  readonly working: string;
  readonly amount: string;
};

/** How a figure comes about, line by line: what it is, the sum with a pencil, and what it comes to. */
export function Workings({ lines, currency }: { lines: readonly WorkingLine[]; currency: string }) {
  return (
    <ol className="workings">
      {lines.map(({ label, says, working, amount }, index) => (
        <li key={`${index} ${label}`}>
          <span>{label}</span>
          <strong className="number">{inMoney(amount, currency)}</strong>
          {says ? <p>{withFigures(says)}</p> : null}
          {working === '' ? null : <small className="soft">{withFigures(working)}</small>}
        </li>
      ))}
    </ol>
  );
}
