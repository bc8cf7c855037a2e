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

/** By what a unit with its factor is known. */
export type UnitKey = Pick<ProductUnit, 'product' | 'unit' | 'validFrom'>;

/** What a unit with its factor is called where its changes are kept. */
export const unitCode = ({ product, unit, validFrom }: UnitKey): string => `${product}/${unit}/${validFrom}`;

/** A unit as it stands; its version is that of its product. */
export type StandingUnit = ProductUnit & { readonly retiredOn: Day | null; readonly version: number };

/** A fact that was measured with a unit. */
export type UnitUse = { readonly code: string; readonly day: Day };

/** What the store has to know of a product whose stock it changes. */
export type StockedProduct = Pick<Product, 'code' | 'stockUnit' | 'shelfLifeDays'>;
