import { formatAmount, type RefusalCode } from '@ayni/kernel';

/** Something of a season that is still to be settled, and the service in whose books it is. */
export type Thing = {
  readonly service: string;
  readonly kind: string;
  /** Whose, or of what: a member's number, a product, a market, a grant, a kind of fact. */
  readonly of: string;
  readonly day?: string;
  readonly records: number;
  /** In the measure of its kind, as a whole number. */
  readonly sum: string;
  readonly unit?: string;
};

export const MAY_STAY = ['listed', 'with-reason', 'never'] as const;

/** Whether a thing may stay when its season closes. */
export type MayStay = (typeof MAY_STAY)[number];

/** Of each kind of unfinished things: whether they may stay, what their sums are of, and where they are settled. */
export type UnfinishedPlan = Readonly<
  Partial<
    Record<
      RefusalCode,
      {
        readonly mayStay: MayStay;
        readonly measure: 'minutes' | 'stock' | 'amount' | 'records';
        readonly settledAt: string;
      }
    >
  >
>;

/** Something unfinished as people are told of it. */
export type ShownThing = Omit<Thing, 'day' | 'unit'> & {
  readonly kind: RefusalCode;
  readonly day: string | null;
  readonly unit: string | null;
  readonly mayStay: MayStay;
  readonly settledAt: string;
};

/** Why what is unfinished of a season stays as it is, and who said so. */
export type Leave = { readonly reason: string; readonly by: string };

/** What was left unfinished of a season when it closed. */
export type Left = Leave & { readonly things?: readonly ShownThing[] };

/**
 * Things as people are told of them: sums of money as amounts. A kind that this release does not know is left out.
 * @param places of the co-op's currency
 */
export const shownThings = (things: readonly Thing[], plan: UnfinishedPlan, places: number): ShownThing[] =>
  things.flatMap(({ kind, sum, day = null, unit = null, ...thing }) => {
    const known = (Object.keys(plan) as RefusalCode[]).find((name) => name === kind);
    const rule = known && plan[known];
    if (!rule) return [];
    const { measure, mayStay, settledAt } = rule;
    const shown = measure === 'amount' ? formatAmount(BigInt(sum), places) : sum;
    const counted = measure === 'minutes' ? 'min' : measure === 'stock' ? unit : null;
    return [{ ...thing, kind: known, sum: shown, day, unit: counted, mayStay, settledAt }];
  });

/** Those that stay only for a reason. */
export const toBeReasoned = (things: readonly ShownThing[]): readonly ShownThing[] =>
  things.filter(({ mayStay }) => mayStay === 'with-reason');
