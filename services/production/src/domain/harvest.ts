import {
  all,
  parsePositiveQuantity,
  parseQuantity,
  Refusal,
  type Day,
  type Measured,
  type StockQuantity,
  type UnitBook,
} from '@ayni/kernel';

/** What of a harvest was measured in the field: quantities still as text, both in the same unit. */
export type HarvestDraft = {
  readonly product: string;
  readonly quantity: string;
  readonly unit: string;
  /** What the families took home of it. */
  readonly homeUse: string;
};

/** A harvest in stock units. */
export type MeasuredHarvest = Measured & { readonly stockHomeUse: StockQuantity };

/**
 * Measures a harvest by the units in force on its day.
 * @param pointer the harvest's place in the request
 * @throws Refusal `unknown-reference`, `unknown-unit`, `quantity-not-whole`, `more-than-harvested`
 */
export function measureHarvest(draft: HarvestDraft, day: Day, units: UnitBook, pointer: string): MeasuredHarvest {
  const { product, unit } = draft;
  const measure = (text: string, read: typeof parseQuantity, field: 'quantity' | 'homeUse'): Measured =>
    units.measure({ product, unit, quantity: read(text, `${pointer}/${field}`), text }, day, pointer, field);
  const [measured, { stockQuantity: stockHomeUse }] = all(
    () => measure(draft.quantity, parsePositiveQuantity, 'quantity'),
    () => measure(draft.homeUse, parseQuantity, 'homeUse'),
  );
  if (stockHomeUse > measured.stockQuantity) {
    const { quantity, homeUse } = draft;
    throw new Refusal('more-than-harvested', `${pointer}/homeUse`, { quantity, homeUse, unit });
  }
  return { ...measured, stockHomeUse };
}
