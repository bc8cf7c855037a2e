import {
  parsePositiveQuantity,
  parseQuantity,
  Refusal,
  type Day,
  type Instant,
  type Measured,
  type StockQuantity,
  type UnitBook,
} from '@ayni/kernel';

/** A harvest as it was written in the field: quantities still as text, both in the same unit. */
export type HarvestDraft = {
  readonly code: string;
  readonly harvestedAt: Instant;
  readonly structure: string;
  readonly product: string;
  readonly quantity: string;
  readonly unit: string;
  /** What the families took home of it. */
  readonly homeUse: string;
};

/** A harvest of one business day, in stock units as well; the rest of it goes to the store. */
export type Harvest = HarvestDraft &
  Measured & {
    readonly day: Day;
    readonly stockHomeUse: StockQuantity;
  };

/**
 * Measures a harvest by the units in force on its day.
 * @param pointer the harvest's place in the request
 * @throws Refusal `unknown-reference`, `unknown-unit`, `quantity-not-whole`, `more-than-harvested`
 */
export function measureHarvest(draft: HarvestDraft, day: Day, units: UnitBook, pointer: string): Harvest {
  const { product, unit } = draft;
  const measure = (text: string, read: typeof parseQuantity, field: 'quantity' | 'homeUse'): Measured =>
    units.measure({ product, unit, quantity: read(text, `${pointer}/${field}`), text }, day, pointer, field);
  const measured = measure(draft.quantity, parsePositiveQuantity, 'quantity');
  const { stockQuantity: stockHomeUse } = measure(draft.homeUse, parseQuantity, 'homeUse');
  if (stockHomeUse > measured.stockQuantity) {
    const { quantity, homeUse } = draft;
    throw new Refusal('more-than-harvested', `${pointer}/homeUse`, { quantity, homeUse, unit });
  }
  return { ...draft, day, ...measured, stockHomeUse };
}
