import { formatAmount, type Currency } from '@ayni/kernel';

/** What a season's books say, from the entries posted on its days, in centavos. */
export type SeasonFigures = {
  readonly revenue: bigint;
  readonly saleLines: number;
  readonly receipts: number;
  readonly deliveriesCost: bigint;
  readonly ownExpenses: bigint;
  /** Paid out of grants; it never meets the result. */
  readonly restrictedExpenses: bigint;
};

export const resultOf = ({ revenue, deliveriesCost, ownExpenses }: SeasonFigures): bigint =>
  revenue - deliveriesCost - ownExpenses;

/** The figures as they leave the service, amounts as text. */
export type FiguresText = { readonly currency: Currency; readonly result: string } & {
  readonly [Figure in keyof SeasonFigures]: SeasonFigures[Figure] extends bigint ? string : number;
};

export const figuresText = (currency: Currency, figures: SeasonFigures): FiguresText => ({
  currency,
  revenue: formatAmount(figures.revenue),
  saleLines: figures.saleLines,
  receipts: figures.receipts,
  deliveriesCost: formatAmount(figures.deliveriesCost),
  ownExpenses: formatAmount(figures.ownExpenses),
  restrictedExpenses: formatAmount(figures.restrictedExpenses),
  result: formatAmount(resultOf(figures)),
});
