import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { found } from '@ayni/kernel';
import { unitCode, type UnitKey } from '../../domain/product.js';
import type { UnitRow } from '../list-units/list-units.query.js';

const readUnit = statement(
  'show unit',
  `SELECT u.product, u.unit, u.factor, u.valid_from AS "validFrom", u.retired_on AS "retiredOn", p.version
   FROM units u JOIN products p ON p.coop_id = u.coop_id AND p.code = u.product
   WHERE u.coop_id = current_setting('app.coop')::uuid AND u.product = $1 AND u.name_key = name_key($2) AND u.valid_from = $3
   -- of two in old books that differ in case alone, the one that is written so
   ORDER BY u.unit <> $2 LIMIT 1`,
);

/** A unit of a product, however the two are written, with the factor that holds from a day on. @throws Refusal `not-found` */
export async function showUnit(tx: Transaction, key: UnitKey): Promise<UnitRow> {
  const product = await spelledOne(tx, NAMES.product, key.product);
  const [unit] = await tx.query<UnitRow>(readUnit, [product, key.unit, key.validFrom]);
  return found(unit, 'unit', unitCode(key));
}
