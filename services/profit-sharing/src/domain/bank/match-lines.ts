import { addDays, addTo, daysBetween, grouped, type Day } from '@ayni/kernel';
import type { Source } from '../ledger/entry.js';
import { namesOf, wordsOf } from './names.js';

/** A line of a statement: what came in is above zero, what went out below. */
export type Line = { readonly code: string; readonly day: Day; readonly amount: bigint; readonly said: string };

/** What a document moved on the account that a statement is of, and what people call the document. */
export type Posting = {
  readonly source: Source;
  readonly code: string;
  readonly day: Day;
  readonly amount: bigint;
  readonly names: readonly string[];
};

/** By what a line and postings were found to be the same: by the document that it names, by day and amount, by the amount, by the sum of a day's sales. */
export const GROUNDS = ['by-hand', 'reference', 'day', 'amount', 'sum'] as const;
export type Ground = (typeof GROUNDS)[number];

/** Lines are the same as postings, may be so, or have none. */
export const MATCH_STATES = ['matched', 'doubtful', 'unmatched'] as const;
export type MatchState = (typeof MATCH_STATES)[number];

export type MatchedLine<L extends Line = Line, P extends Posting = Posting> = {
  readonly line: L;
  readonly state: MatchState;
  readonly ground: Ground | null;
  /** With what it is the same, or might be. */
  readonly postings: readonly P[];
};

export type Matching<L extends Line = Line, P extends Posting = Posting> = {
  readonly lines: readonly MatchedLine<L, P>[];
  readonly left: readonly P[];
};

/** So many days may lie between a line and the document that it names: a cheque waits. */
const NAMED_WITHIN = 30;
/** So many between a line and a posting of the same amount that it does not name. */
const NEAR_WITHIN = 5;
/** So many after a day what was sold on it may come in one sum. */
const SUMMED_WITHIN = 3;

/** What lies further away than this has no part in how a line is matched: each of the steps looks at the neighbours of neighbours. */
export const SIGHT_DAYS = 3 * NAMED_WITHIN + 4 * NEAR_WITHIN;

/** A way in which a line may be the same as postings. */
type Candidate<P> = { readonly postings: readonly P[]; readonly ground: Ground };

/**
 * Finds what each line of a statement is the same as. Only what can be in one way alone is matched: where two lines, or two postings,
 * might take each other's place, all of them are left to people.
 * @param byHand what people matched goes before, and is not looked at again
 */
export function matchLines<L extends Line, P extends Posting>(
  lines: readonly L[],
  postings: readonly P[],
  byHand: ReadonlyMap<L, readonly P[]> = new Map(),
): Matching<L, P> {
  const found = new Map<L, MatchedLine<L, P>>();
  const take = (line: L, { postings: taken, ground }: Candidate<P>): void => {
    found.set(line, { line, state: 'matched', ground, postings: taken });
    books.take(taken);
  };
  const books = new FreePostings(postings);
  for (const [line, taken] of byHand) take(line, { postings: taken, ground: 'by-hand' });
  const free = (): L[] => lines.filter((line) => !found.has(line));

  const named = new Map(free().map((line) => [line, books.namedBy(line)]));
  const isContrary = (line: L): boolean => (named.get(line) ?? []).length > 0;
  takeSure(free(), (line) => byReference(line, named.get(line) ?? []), take);
  for (const [line, posting] of books.pairsOfDays(free(), isContrary))
    take(line, { postings: [posting], ground: 'day' });
  const candidates = takeSure(
    free(),
    (line) => books.near(line),
    take,
    (line) => !isContrary(line),
  );

  const all = lines.map(
    (line): MatchedLine<L, P> =>
      found.get(line) ?? {
        line,
        ground: null,
        ...doubt((candidates.get(line) ?? []).flatMap(({ postings: some }) => some)),
      },
  );
  return { lines: all, left: books.left() };
}

const doubt = <P extends Posting>(postings: readonly P[]): Pick<MatchedLine<Line, P>, 'state' | 'postings'> => ({
  state: postings.length === 0 ? 'unmatched' : 'doubtful',
  postings: [...new Set(postings)],
});

/** What a line names: one document of its amount, or several that come to it together. */
function byReference<P extends Posting>({ amount }: Line, named: readonly P[]): Candidate<P>[] {
  const same = named.filter((posting) => posting.amount === amount);
  if (same.length > 0) return same.map((posting) => ({ postings: [posting], ground: 'reference' }));
  return named.length > 1 && sumOf(named) === amount ? [{ postings: named, ground: 'reference' }] : [];
}

/** Takes what is sure: the one candidate of a line, of which no other line might have any part. */
function takeSure<L extends Line, P extends Posting>(
  lines: readonly L[],
  candidatesOf: (line: L) => readonly Candidate<P>[],
  take: (line: L, candidate: Candidate<P>) => void,
  mayBeSure: (line: L) => boolean = () => true,
): ReadonlyMap<L, readonly Candidate<P>[]> {
  const all = new Map(lines.map((line) => [line, candidatesOf(line)]));
  const claims = new Map<P, Set<L>>();
  for (const [line, candidates] of all)
    for (const posting of candidates.flatMap(({ postings }) => postings))
      claims.set(posting, (claims.get(posting) ?? new Set()).add(line));
  for (const [line, [first, ...others]] of all)
    if (first && others.length === 0 && mayBeSure(line) && first.postings.every((one) => claims.get(one)?.size === 1))
      take(line, first);
  return all;
}

const sumOf = (postings: readonly Posting[]): bigint => postings.reduce((sum, { amount }) => sum + amount, 0n);

const apart = (one: Day, other: Day): number => Math.max(daysBetween(one, other), daysBetween(other, one));

const ofDay = ({ day, amount }: { readonly day: Day; readonly amount: bigint }): string => `${day} ${amount}`;

/** Postings that no line has yet, found by what lines say of them. */
class FreePostings<P extends Posting> {
  private readonly taken = new Set<P>();
  private readonly byName = new Map<string, P[]>();
  private readonly byAmount = new Map<string, P[]>();
  private readonly salesByDay = new Map<Day, P[]>();

  constructor(private readonly postings: readonly P[]) {
    for (const posting of postings) {
      for (const name of new Set(posting.names.flatMap(namesOf))) addTo(this.byName, name, posting);
      addTo(this.byAmount, String(posting.amount), posting);
      if (posting.source === 'sale') addTo(this.salesByDay, posting.day, posting);
    }
  }

  take(postings: readonly P[]): void {
    for (const posting of postings) this.taken.add(posting);
  }

  left(): P[] {
    return this.postings.filter((posting) => !this.taken.has(posting));
  }

  namedBy({ said, day }: Line): P[] {
    const named = wordsOf(said).flatMap((word) => this.byName.get(word) ?? []);
    return [...new Set(named)].filter((one) => !this.taken.has(one) && apart(one.day, day) <= NAMED_WITHIN);
  }

  /** Lines and postings of one day and amount, where there are as many of the ones as of the others: whichever is whose, they are the same. */
  pairsOfDays<L extends Line>(lines: readonly L[], isContrary: (line: L) => boolean): (readonly [L, P])[] {
    return [...grouped(lines, ofDay).values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined || same.some(isContrary)) return [];
      const postings = this.of(this.byAmount, String(first.amount)).filter(({ day }) => day === first.day);
      if (postings.length !== same.length) return [];
      return inOrder(same).flatMap((line, i) => (postings[i] ? [[line, postings[i]] as const] : []));
    });
  }

  /** What a line may be by its amount: a posting of the days around it, or all that was sold on one of the days before. */
  near({ day, amount }: Line): Candidate<P>[] {
    const alone = this.of(this.byAmount, String(amount))
      .filter((posting) => apart(posting.day, day) <= NEAR_WITHIN)
      .map((posting): Candidate<P> => ({ postings: [posting], ground: 'amount' }));
    const sums = Array.from({ length: SUMMED_WITHIN + 1 }, (_, i) => this.of(this.salesByDay, addDays(day, -i)))
      .filter((sales) => sales.length > 1 && sumOf(sales) === amount)
      .map((sales): Candidate<P> => ({ postings: sales, ground: 'sum' }));
    return [...alone, ...sums];
  }

  private of<Key>(index: ReadonlyMap<Key, readonly P[]>, key: Key): P[] {
    return inOrder((index.get(key) ?? []).filter((posting) => !this.taken.has(posting)));
  }
}

/** By code, so that it does not matter in which order they came. */
const inOrder = <One extends { readonly code: string }>(all: readonly One[]): One[] =>
  [...all].sort((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0));
