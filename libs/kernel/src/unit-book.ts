import type { Day } from './calendar.js';
import type { Decimal } from './decimal.js';
import { inStockUnits, parsePositiveQuantity, type Factor, type StockQuantity, type StockUnit } from './quantity.js';
import { Refusal } from './refusal.js';
import { every } from './refusals.js';
import { nameKey } from './text.js';

/** A unit of a product, with the factor that is in force from a day on. */
export type DatedUnit = {
  readonly product: string;
  readonly unit: string;
  readonly factor: Factor;
  readonly validFrom: Day;
  /** The last day on which it is used; null while it is. */
  readonly retiredOn?: Day | null;
};

/** A product, with the last day on which it is used. */
export type KnownProduct = { readonly code: string; readonly stockUnit: StockUnit; readonly retiredOn?: Day | null };

const ONE: Factor = { numerator: 1n, denominator: 1n };

/** A quantity in stock units, and the unit in which it was written, as the book spells it. */
export type Measured = {
  readonly unit: string;
  readonly stockUnit: StockUnit;
  readonly stockQuantity: StockQuantity;
};

/** The products and units of a co-op: what a quantity comes to in stock units on a day. */
export class UnitBook {
  private readonly products: ReadonlyMap<string, KnownProduct>;
  private readonly units = new Map<string, DatedUnit[]>();

  constructor(products: Iterable<KnownProduct>, units: Iterable<DatedUnit>) {
    this.products = new Map([...products].map((product) => [product.code, product]));
    for (const unit of units) {
      const key = `${unit.product}\n${unit.unit}`;
      this.units.set(key, [...(this.units.get(key) ?? []), unit]);
    }
    for (const dated of this.units.values()) dated.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  }

  /**
   * `quantity` of `unit` in stock units, by the factor in force on `day`.
   * @param pointer the place of the row; `/product`, `/unit` and `/quantity` are below it
   * @throws Refusal `unknown-reference`, `unknown-unit`, `retired`, `quantity-not-whole`
   */
  measure(
    { product, unit, quantity, text }: { product: string; unit: string; quantity: Decimal; text: string },
    day: Day,
    pointer: string,
    field = 'quantity',
  ): Measured {
    const known = this.products.get(product);
    if (!known) throw new Refusal('unknown-reference', `${pointer}/product`, { what: 'product', code: product });
    const { stockUnit, retiredOn } = known;
    const found = every(
      () => refuseAfter(retiredOn, day, product, `${pointer}/product`),
      () => this.factorOn({ product, unit, stockUnit }, day, pointer),
    );
    const words = { quantity: text, unit, stockUnit };
    const stockQuantity = inStockUnits(quantity, found.factor, words, `${pointer}/${field}`);
    return { unit: found.unit, stockUnit, stockQuantity };
  }

  /** A unit's factors, the latest first: as it is written, or else without case. */
  private unitsOf(product: string, unit: string): readonly DatedUnit[] {
    const asWritten = this.units.get(`${product}\n${unit}`);
    if (asWritten) return asWritten;
    const key = `${product}\n${nameKey(unit)}`;
    return (
      [...this.units].find(([, [first]]) => first && `${first.product}\n${nameKey(first.unit)}` === key)?.[1] ?? []
    );
  }

  private factorOn(
    { product, unit, stockUnit }: { product: string; unit: string; stockUnit: StockUnit },
    day: Day,
    pointer: string,
  ): { readonly unit: string; readonly factor: Factor } {
    const factors = this.unitsOf(product, unit);
    const dated = factors.find(({ validFrom }) => validFrom <= day);
    if (dated) {
      refuseAfter(dated.retiredOn, day, unit, `${pointer}/unit`);
      return dated;
    }
    // what a product is counted in is a unit of it from the start, unless somebody called another one so
    if (nameKey(unit) === stockUnit && factors.every(({ factor }) => factor.numerator === factor.denominator))
      return { unit: stockUnit, factor: ONE };
    throw new Refusal('unknown-unit', `${pointer}/unit`, { unit, product, day });
  }
}

/** @throws Refusal `retired` */
function refuseAfter(retiredOn: Day | null | undefined, day: Day, code: string, pointer: string): void {
  if (retiredOn && day > retiredOn) throw new Refusal('retired', pointer, { code, retiredOn });
}

/**
 * Measures a quantity as it was written by the units in force on a day.
 * @param pointer the line's place in the request
 * @throws Refusal `bad-quantity`, `unknown-reference`, `unknown-unit`, `quantity-not-whole`
 */
export function measureLine(
  { product, unit, quantity: text }: { readonly product: string; readonly unit: string; readonly quantity: string },
  day: Day,
  units: UnitBook,
  pointer: string,
): Measured {
  const quantity = parsePositiveQuantity(text, `${pointer}/quantity`);
  return units.measure({ product, unit, quantity, text }, day, pointer);
}
