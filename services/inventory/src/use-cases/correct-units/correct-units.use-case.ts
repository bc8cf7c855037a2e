import { formatFactor, found, Refusal, type Day, type Factor } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { noteChanges } from '@ayni/facts/registered/changes';
import { refuseStale } from '@ayni/facts/registered/stale';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { unitCode, type UnitKey } from '../../domain/product.js';
import type { ProductsPort } from '../../domain/products.port.js';
import { showUnit } from '../show-unit/show-unit.query.js';

/** What of a unit is to be another; what is left out stays as it is. */
export type UnitChanges = { readonly factor?: Factor | undefined; readonly retiredOn?: Day | null | undefined };

/** Corrects the factor of a unit that nothing was measured with, retires a unit and brings it back. */
export class CorrectUnits {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly products: ProductsPort,
  ) {}

  /**
   * @param version the product's, as the client read it
   * @throws Refusal `not-found`, `stale-version`, `nothing-to-do`, `unit-in-use`, `day-in-future`, `wrong-order`
   */
  async run(
    tx: Transaction,
    asked: UnitKey,
    version: number,
    { factor, retiredOn }: UnitChanges,
    by: string,
  ): Promise<{ code: string; version: number }> {
    const { product, unit: name, validFrom } = await showUnit(tx, asked);
    const key = { product, unit: name, validFrom };
    const code = unitCode(key);
    const unit = found(await this.products.lockUnit(tx, key), 'unit', code);
    refuseStale(unit, version);
    if (factor === undefined && retiredOn === undefined) throw new Refusal('nothing-to-do');
    const before = { factor: formatFactor(unit.factor), retiredOn: unit.retiredOn };
    const after = {
      ...unit,
      factor: factor ?? unit.factor,
      retiredOn: retiredOn === undefined ? unit.retiredOn : retiredOn,
    };
    const written = { factor: formatFactor(after.factor), retiredOn: after.retiredOn };
    if (written.factor !== before.factor) await this.refuseUsed(tx, key);
    if (after.retiredOn !== null) {
      refuseFuture(await this.coops.get(tx), after.retiredOn, tx.now, '/retiredOn');
      if (after.retiredOn < key.validFrom)
        throw new Refusal('wrong-order', '/retiredOn', {
          detail: `retired-earlier:${after.retiredOn}:${key.validFrom}`,
        });
    }
    const next = version + 1;
    if (!noteChanges(tx, { kind: 'unit', code, version: next, by }, before, written)) return { code, version };
    await this.products.correctUnit(tx, { ...after, version: next });
    return { code, version: next };
  }

  private async refuseUsed(tx: Transaction, key: UnitKey): Promise<void> {
    const use = await this.products.firstUse(tx, key);
    if (use) throw new Refusal('unit-in-use', '/factor', { unit: key.unit, ...use });
  }
}
