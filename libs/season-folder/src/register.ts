import type { Day, Factor, StockUnit } from '@ayni/kernel';

/** From `validFrom` on, until a later one, a unit holds `factor` stock units. */
export type DatedFactor = { readonly validFrom: Day; readonly factor: Factor };

/** What the records of a season refer to: small beside the records themselves, so held in memory. */
export class Register {
  readonly households = new Set<string>();
  readonly members = new Set<string>();
  readonly products = new Map<string, StockUnit>();
  readonly structures = new Set<string>();
  readonly grants = new Set<string>();
  readonly markets = new Set<string>();
  readonly #factors = new Map<string, Map<string, DatedFactor[]>>();

  /** @returns false where the unit has a factor from that very day already */
  addFactor(product: string, unit: string, dated: DatedFactor): boolean {
    const units = this.#factors.get(product) ?? new Map<string, DatedFactor[]>();
    const factors = units.get(unit) ?? [];
    if (factors.some((other) => other.validFrom === dated.validFrom)) return false;
    factors.push(dated);
    factors.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
    units.set(unit, factors);
    this.#factors.set(product, units);
    return true;
  }

  hasUnit(product: string, unit: string): boolean {
    return this.#factors.get(product)?.has(unit) ?? false;
  }

  /** The factor in force on `day`. */
  factorOn(product: string, unit: string, day: Day): Factor | undefined {
    return this.#factors
      .get(product)
      ?.get(unit)
      ?.find((dated) => dated.validFrom <= day)?.factor;
  }
}
