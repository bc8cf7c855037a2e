import type { Day, Factor, StockUnit } from '@ayni/kernel';

/** What the store holds, counted in whole grams or pieces. */
export type Product = {
  readonly code: string;
  readonly name: string;
  readonly stockUnit: StockUnit;
  /** For how many days a lot keeps; null where it does not spoil. */
  readonly shelfLifeDays: number | null;
};

/** A unit in which people write quantities of a product, with its factor from a day on. */
export type ProductUnit = {
  readonly product: string;
  readonly unit: string;
  readonly factor: Factor;
  readonly validFrom: Day;
};

/** What the store has to know of a product whose stock it changes. */
export type StockedProduct = Pick<Product, 'code' | 'stockUnit' | 'shelfLifeDays'>;
