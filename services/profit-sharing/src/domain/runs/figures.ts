import { formatAmount, type Currency } from '@ayni/kernel';

/** What a season's books say, from the entries posted on its days, in smallest units. */
export type SeasonFigures = {
  readonly revenue: bigint;
  readonly saleLines: number;
  readonly receipts: number;
  readonly deliveriesCost: bigint;
  readonly ownExpenses: bigint;
  /** Paid out of grants, less what was given up of it, which is own then; it never meets the result. */
  readonly restrictedExpenses: bigint;
};

export const resultOf = ({ revenue, deliveriesCost, ownExpenses }: SeasonFigures): bigint =>
  revenue - deliveriesCost - ownExpenses;

/** The figures as they leave the service, amounts as text. */
export type FiguresText = { readonly currency: Currency; readonly result: string } & {
  readonly [Figure in keyof SeasonFigures]: SeasonFigures[Figure] extends bigint ? string : number;
};

export const figuresText = (
  { currency, places }: { readonly currency: Currency; readonly places: number },
  figures: SeasonFigures,
): FiguresText => ({
  currency,
  revenue: formatAmount(figures.revenue, places),
  saleLines: figures.saleLines,
  receipts: figures.receipts,
  deliveriesCost: formatAmount(figures.deliveriesCost, places),
  ownExpenses: formatAmount(figures.ownExpenses, places),
  restrictedExpenses: formatAmount(figures.restrictedExpenses, places),
  result: formatAmount(resultOf(figures), places),
});
