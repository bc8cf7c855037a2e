import { productRegistered, unitChanged, unitDefined } from '@ayni/contracts';
import { each, formatFactor, nameKey, parseFactor, Refusal, type Day } from '@ayni/kernel';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { UnitEntity } from '@ayni/reference-data/products/product.entity';
import type { Product, ProductUnit, StandingUnit, UnitKey, UnitUse } from '../domain/product.js';
import { ProductsPort } from '../domain/products.port.js';
import { productAggregate, productData, standingUnitData, unitData } from '../publishing/product-events.js';
import { ProductEntity } from './product.entity.js';

const lockWithUnits = statement(
  'inventory lock products with units',
  `SELECT p.code, u.unit, u.valid_from AS "validFrom", u.factor
   FROM (SELECT code FROM products WHERE coop_id = current_setting('app.coop')::uuid AND code = ANY($1::text[])
         ORDER BY code FOR NO KEY UPDATE) p
   LEFT JOIN units u ON u.coop_id = current_setting('app.coop')::uuid AND u.product = p.code`,
);

const bump = statement(
  'inventory bump products',
  `UPDATE products SET version = version + added.n
   FROM unnest($1::text[], $2::int[]) AS added (code, n)
   WHERE coop_id = current_setting('app.coop')::uuid AND products.code = added.code
   RETURNING products.code, version`,
);

const holdProduct = statement(
  'inventory hold product',
  `SELECT version FROM products WHERE coop_id = current_setting('app.coop')::uuid AND code = $1 FOR NO KEY UPDATE`,
);

const readUnit = statement(
  'inventory read unit',
  `SELECT factor, retired_on AS "retiredOn" FROM units
   WHERE coop_id = current_setting('app.coop')::uuid AND product = $1 AND unit = $2 AND valid_from = $3`,
);

// what was measured before movements named their unit may have been measured with any
const readFirstUse = statement(
  'inventory first use of unit',
  `SELECT m.code, m.day FROM movements m
   WHERE m.coop_id = current_setting('app.coop')::uuid AND m.product = $1 AND NOT m.reversal
     AND (m.unit = $2 OR m.unit IS NULL) AND m.day >= $3
     AND NOT EXISTS (SELECT FROM units n WHERE n.coop_id = m.coop_id AND n.product = $1 AND n.unit = $2
       AND n.valid_from > $3 AND n.valid_from <= m.day)
     AND NOT EXISTS (SELECT FROM movements b WHERE b.coop_id = m.coop_id AND b.kind = m.kind AND b.code = m.code
       AND b.line = m.line AND b.reversal)
   ORDER BY m.day, m.code LIMIT 1`,
);

const correctUnit = statement(
  'inventory correct unit',
  `UPDATE units SET factor = $4, retired_on = $5
   WHERE coop_id = current_setting('app.coop')::uuid AND product = $1 AND unit = $2 AND valid_from = $3`,
);

/** Products and their units in PostgreSQL; what is added goes to the outbox in the same transaction. */
export class PostgresProducts extends ProductsPort {
  async add(
    tx: Transaction,
    entries: readonly { readonly product: Product; readonly digest: string }[],
  ): Promise<{ recorded: number; unchanged: number }> {
    const rows = entries.map(({ product, digest }) => ({ ...product, photo: null, digest, version: 1 }));
    const { fresh, unchanged } = await recordRows(tx, ProductEntity, rows, {
      key: 'code',
      says: ['name', 'stockUnit', 'shelfLifeDays'],
    });
    for (const product of fresh)
      tx.publish(productRegistered, productAggregate(product.code), FIRST_SEQ, productData(product));
    return { recorded: fresh.length, unchanged };
  }

  async define(tx: Transaction, units: readonly ProductUnit[]): Promise<{ recorded: number; unchanged: number }> {
    const known = await this.known(tx, units);
    const fresh = this.fresh(spelledAlike(units, known), known);
    const rows = fresh.map((unit) => ({ ...unit, factor: formatFactor(unit.factor) }));
    await tx.insert(UnitEntity, rows);
    const counts = new Map<string, number>();
    for (const { product } of fresh) counts.set(product, (counts.get(product) ?? 0) + 1);
    const bumped = await tx.query<{ code: string; version: number }>(bump, [[...counts.keys()], [...counts.values()]]);
    const next = new Map(bumped.map(({ code, version }) => [code, version - (counts.get(code) ?? 0) + 1]));
    for (const unit of fresh) {
      const seq = next.get(unit.product) ?? 0;
      next.set(unit.product, seq + 1);
      tx.publish(unitDefined, productAggregate(unit.product), seq, unitData(unit));
    }
    return { recorded: fresh.length, unchanged: units.length - fresh.length };
  }

  async lockUnit(tx: Transaction, key: UnitKey): Promise<StandingUnit | undefined> {
    const [product] = await tx.query<{ version: number }>(holdProduct, [key.product]);
    const [unit] = await tx.query<{ factor: string; retiredOn: Day | null }>(readUnit, valuesOf(key));
    return product && unit && { ...key, ...product, factor: parseFactor(unit.factor), retiredOn: unit.retiredOn };
  }

  async firstUse(tx: Transaction, key: UnitKey): Promise<UnitUse | undefined> {
    return (await tx.query<UnitUse>(readFirstUse, valuesOf(key)))[0];
  }

  async correctUnit(tx: Transaction, unit: StandingUnit): Promise<void> {
    await tx.query(correctUnit, [...valuesOf(unit), formatFactor(unit.factor), unit.retiredOn]);
    await tx.query(bump, [[unit.product], [1]]);
    tx.publish(unitChanged, productAggregate(unit.product), unit.version, standingUnitData(unit));
  }

  /** The factors that are there, by product, unit and day; null under a product's own code. */
  private async known(tx: Transaction, units: readonly ProductUnit[]): Promise<ReadonlyMap<string, string | null>> {
    const codes = [...new Set(units.map(({ product }) => product))];
    const rows = await tx.query<{ code: string; unit: string | null; validFrom: Day | null; factor: string | null }>(
      lockWithUnits,
      [codes],
    );
    const known = new Map<string, string | null>();
    for (const { code, unit, validFrom, factor } of rows) {
      known.set(code, null);
      if (unit !== null) known.set(`${code}\n${unit}\n${validFrom}`, factor);
    }
    return known;
  }

  private fresh(units: readonly ProductUnit[], known: ReadonlyMap<string, string | null>): ProductUnit[] {
    const isNew = each(units, ({ product, unit, validFrom, factor }, i) => {
      if (!known.has(product))
        throw new Refusal('unknown-reference', `/rows/${i}/product`, { what: 'product', code: product });
      const other = known.get(`${product}\n${unit}\n${validFrom}`);
      if (other !== undefined && other !== formatFactor(factor))
        throw new Refusal('code-taken', `/rows/${i}/factor`, { code: `${product} ${unit} ${validFrom}` });
      return other === undefined;
    });
    return units.filter((_, i) => isNew[i]);
  }
}

const valuesOf = ({ product, unit, validFrom }: UnitKey): string[] => [product, unit, validFrom];
/** Units under the names that their products have for them already; else as they are named first. */
function spelledAlike(units: readonly ProductUnit[], known: ReadonlyMap<string, string | null>): ProductUnit[] {
  const names = new Map<string, string>();
  const spell = (product: string, unit: string): string => {
    const key = `${product}\n${nameKey(unit)}`;
    const name = names.get(key) ?? unit;
    names.set(key, name);
    return name;
  };
  const standing = [...known.keys()].map((key) => key.split('\n'));
  // a unit that stands as it is named goes before one that differs in case
  const asNamed = new Set(standing.map(([product, unit]) => `${product}\n${unit}`));
  for (const [product = '', unit] of standing) if (unit !== undefined) spell(product, unit);
  return units.map((one) =>
    asNamed.has(`${one.product}\n${one.unit}`) ? one : { ...one, unit: spell(one.product, one.unit) },
  );
}
