import type { Outcome } from '@ayni/distribution';
import { formatAmount, readAmount, type Day } from '@ayni/kernel';
import { appropriationEntry } from './appropriation.js';
import type { Line } from '../ledger/entry.js';
import { placesOfRun, type Run } from './run.js';
import { setOffOf } from '../debts/set-off.js';

/** What the books hold of a run beside its case and outcome. */
export type RunRecords = {
  /** What it posted, and what took that back. */
  readonly postings: readonly (Line & { readonly posting: 'record' | 'reversal' })[];
  /** What it left and took of each debt, by code. */
  readonly debts: ReadonlyMap<string, { readonly left: bigint; readonly taken: bigint }>;
  /** What its statements and papers are printed from, where that is not what it froze. */
  readonly differing: { readonly frozen: Statements; readonly kept: Statements };
};

/** The figures from which statements are printed. */
export type Statements = Pick<Outcome, 'members' | 'households'>;

/**
 * A run's records as a document whose figures can be compared with those of {@link expectedRecords}.
 * @param places how many the amounts of the books have
 */
export function shownRecords({ postings, differing }: RunRecords, places: number): object {
  const of = (which: 'record' | 'reversal'): object =>
    netted(
      postings.filter(({ posting }) => posting === which),
      places,
    );
  return { postings: { record: of('record'), reversal: of('reversal') }, statements: differing.kept };
}

/**
 * What the records of a run should be by what it froze.
 * @param places how many the amounts of the books have: it may have been frozen when they had others
 */
export function expectedRecords(run: Run, { debts, differing }: RunRecords, places: number): object {
  const record = run.state === 'approved' || run.state === 'reversed' ? posted(run, debts, places) : [];
  const reversal = run.state === 'reversed' ? record.map(turned) : [];
  return {
    postings: { record: netted(record, places), reversal: netted(reversal, places) },
    statements: differing.frozen,
  };
}

const ANY_DAY = '2000-01-01' as Day;

const turned = ({ debit, credit, ...line }: Line): Line => ({ ...line, debit: credit, credit: debit });

function posted(run: Run, debts: RunRecords['debts'], places: number): readonly Line[] {
  const written = placesOfRun(run);
  const inWritten = (amount: bigint): bigint => readAmount(formatAmount(amount, places), written);
  const repaid = run.outcome.members.flatMap(({ workings }) =>
    workings.debts.map(({ code, taken }): [string, bigint] => {
      const kept = debts.get(code);
      return [code, kept ? inWritten(kept.left) + readAmount(taken, written) - inWritten(kept.taken) : 0n];
    }),
  );
  const { lines } = appropriationEntry(run, ANY_DAY, setOffOf(run.outcome, new Map(repaid)));
  const inBooks = (amount: bigint): bigint => readAmount(formatAmount(amount, written), places);
  return lines.map((line) => ({ ...line, debit: inBooks(line.debit), credit: inBooks(line.credit) }));
}

/** What each account grew by on its credit side, by whose it is; what comes to nothing is left out. */
function netted(lines: readonly Line[], places: number): Readonly<Record<string, string>> {
  const sums = new Map<string, bigint>();
  for (const { account, party, debit, credit } of lines) {
    const name = party === '' ? account : `${account} ${party}`;
    sums.set(name, (sums.get(name) ?? 0n) + credit - debit);
  }
  return Object.fromEntries(
    [...sums].filter(([, sum]) => sum !== 0n).map(([name, sum]) => [name, formatAmount(sum, places)]),
  );
}
