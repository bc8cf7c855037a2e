import { formatAmount, readAmount, type Day } from '@ayni/kernel';
import { appropriationEntry } from './appropriation.js';
import type { Line } from '../ledger/entry.js';
import { placesOfRun, type Run } from './run.js';
import { summaryOf, type RunSummary } from './run-shares.js';
import { setOffOf, type SetOff } from '../debts/set-off.js';

/** What the books hold of a run beside its case and outcome. */
export type RunRecords = {
  /** What it posted, and what took that back. */
  readonly postings: readonly (Line & { readonly posting: 'record' | 'reversal' })[];
  /** What its papers say of it, without those who share. */
  readonly printed: {
    readonly fingerprint: string;
    readonly resolution: string | null;
    /** The one that was used for it, where the books know. */
    readonly covering: string | null;
    readonly summary: RunSummary;
  };
  /** What it left and took of each debt. */
  readonly debts: readonly { readonly code: string; readonly left: bigint; readonly taken: bigint }[];
  /** What its statements, papers and the next run are made from, where that is not what it froze. */
  readonly differing: { readonly frozen: Differing; readonly kept: Differing };
  /** The co-op's documents that do not say what was posted for them, nor its day. */
  readonly documents: readonly {
    readonly source: string;
    readonly code: string;
    readonly amount: bigint;
    readonly posted: bigint;
    /** Null where there is no such document any more. */
    readonly day: Day | null;
    readonly postedOn: Day;
  }[];
  /** Running totals that are not what the lines of an account come to, each on its credit side. */
  readonly totals: readonly {
    readonly account: string;
    readonly party: string;
    readonly posted: bigint;
    readonly kept: bigint;
  }[];
};

/** What each member and household was given, what she weighs, and what was carried over to it. */
export type Differing = Readonly<Record<'members' | 'households' | 'weights' | 'carried', readonly object[]>>;

/**
 * A run's records as a document whose figures can be compared with those of {@link expectedRecords}.
 * @param places how many the amounts of the books have
 */
export function shownRecords(
  { postings, printed, debts, differing, documents, totals }: RunRecords,
  places: number,
): object {
  const of = (which: 'record' | 'reversal'): object =>
    netted(
      postings.filter(({ posting }) => posting === which),
      places,
    );
  return {
    postings: { record: of('record'), reversal: of('reversal') },
    printed: { fingerprint: printed.fingerprint, resolution: printed.resolution, summary: printed.summary },
    debts: shownDebts(debts, places),
    statements: differing.kept,
    documents: byCode(documents, ({ amount, day, postedOn }) => ({
      amount: formatAmount(amount, places),
      day: day ?? postedOn,
    })),
    totals: byAccount(totals, ({ kept }) => formatAmount(kept, places)),
  };
}

/**
 * What the records of a run should be by what it froze, and those of the books by what was posted.
 * @param places how many the amounts of the books have: it may have been frozen when they had others
 */
export function expectedRecords(run: Run, records: RunRecords, places: number): object {
  const { printed, debts, differing, documents, totals } = records;
  const isPosted = run.state === 'approved' || run.state === 'reversed';
  const setOff = isPosted ? setOffBy(run, debts, places) : [];
  const record = isPosted ? posted(run, setOff, places) : [];
  const reversal = run.state === 'reversed' ? record.map(turned) : [];
  const inBooks = inBooksOf(run, places);
  return {
    postings: { record: netted(record, places), reversal: netted(reversal, places) },
    printed: { fingerprint: run.outcome.fingerprint, resolution: printed.covering, summary: summaryOf(run) },
    debts: shownDebts(
      setOff.map(({ code, left, taken }) => ({ code, left: inBooks(left), taken: inBooks(taken) })),
      places,
    ),
    statements: differing.frozen,
    documents: byCode(documents, ({ posted: amount, postedOn }) => ({
      amount: formatAmount(amount, places),
      day: postedOn,
    })),
    totals: byAccount(totals, ({ posted: amount }) => formatAmount(amount, places)),
  };
}

const shownDebts = (debts: RunRecords['debts'], places: number): readonly object[] =>
  debts.map(({ code, left, taken }) => ({
    code,
    left: formatAmount(left, places),
    taken: formatAmount(taken, places),
  }));

const byCode = (documents: RunRecords['documents'], say: (one: RunRecords['documents'][number]) => object): object =>
  Object.fromEntries(documents.map((one) => [`${one.source} ${one.code}`, say(one)]));

const byAccount = (totals: RunRecords['totals'], say: (one: RunRecords['totals'][number]) => string): object =>
  Object.fromEntries(totals.map((one) => [named(one), say(one)]));

const named = ({ account, party }: Pick<Line, 'party'> & { readonly account: string }): string =>
  party === '' ? account : `${account} ${party}`;

const ANY_DAY = '2000-01-01' as Day;

const turned = ({ debit, credit, ...line }: Line): Line => ({ ...line, debit: credit, credit: debit });

/** Amounts of a run's documents, in the places that the books have now. */
const inBooksOf = (run: Run, places: number): ((amount: bigint) => bigint) => {
  const written = placesOfRun(run);
  return (amount) => readAmount(formatAmount(amount, written), places);
};

/** What it set off by what it froze, in its own places; what was brought back before its day follows from what it left. */
function setOffBy(run: Run, debts: RunRecords['debts'], places: number): readonly SetOff[] {
  const written = placesOfRun(run);
  const inWritten = (amount: bigint): bigint => readAmount(formatAmount(amount, places), written);
  const keptOf = new Map(debts.map((debt) => [debt.code, debt]));
  const repaid = run.outcome.members.flatMap(({ workings }) =>
    workings.debts.map(({ code, taken }): [string, bigint] => {
      const kept = keptOf.get(code);
      return [code, kept ? inWritten(kept.left) + readAmount(taken, written) - inWritten(kept.taken) : 0n];
    }),
  );
  return setOffOf(run.outcome, new Map(repaid));
}

function posted(run: Run, setOff: readonly SetOff[], places: number): readonly Line[] {
  const { lines } = appropriationEntry(run, ANY_DAY, setOff);
  const inBooks = inBooksOf(run, places);
  return lines.map((line) => ({ ...line, debit: inBooks(line.debit), credit: inBooks(line.credit) }));
}

/** What each account grew by on its credit side, by whose it is; what comes to nothing is left out. */
function netted(lines: readonly Line[], places: number): Readonly<Record<string, string>> {
  const sums = new Map<string, bigint>();
  for (const line of lines) sums.set(named(line), (sums.get(named(line)) ?? 0n) + line.credit - line.debit);
  return Object.fromEntries(
    [...sums].filter(([, sum]) => sum !== 0n).map(([name, sum]) => [name, formatAmount(sum, places)]),
  );
}
