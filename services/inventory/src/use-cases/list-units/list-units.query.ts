import { CodeField, DayField, TextField, VersionField } from '@ayni/http/fields';
import type { Day } from '@ayni/kernel';
import { Listing } from '@ayni/http/listing';

/** A unit of a product, with the factor that holds from a day on. */
export class UnitRow {
  @CodeField() product!: string;
  @CodeField() unit!: string;
  @TextField(40, { description: 'stock units in one unit, exact: "11500" or "25/2"' }) factor!: string;
  @DayField({ nullable: true, description: 'null where it holds from the start' }) validFrom!: Day | null;
  @DayField({ nullable: true, description: 'the last day on which it is used; null while it is' })
  retiredOn!: Day | null;
  @VersionField() version!: number;
}

/** What a product is counted in is a unit of it from the start, unless somebody defined a unit of that name. */
const ALL_UNITS = `(
  SELECT u.coop_id, u.product, u.unit, u.factor, u.valid_from, u.retired_on, p.version
  FROM units u JOIN products p ON p.coop_id = u.coop_id AND p.code = u.product
  UNION ALL
  SELECT p.coop_id, p.code, p.stock_unit, '1', NULL, NULL, p.version FROM products p
  WHERE NOT EXISTS (SELECT FROM units u WHERE u.coop_id = p.coop_id AND u.product = p.code AND u.unit = p.stock_unit
    AND u.factor <> '1'))`;

/** Units with each factor that they ever had. */
export const units = new Listing({
  row: UnitRow,
  name: 'inventory units',
  from: `${ALL_UNITS} u`,
  alias: 'u',
  columns: {
    product: 'u.product',
    unit: 'u.unit',
    factor: 'u.factor',
    validFrom: 'u.valid_from',
    retiredOn: 'u.retired_on',
    version: 'u.version',
  },
  order: ['u.product', 'u.unit', `COALESCE(u.valid_from, '0001-01-01')`],
  filters: {
    product: 'u.product',
    retired: (retired) => `(u.retired_on IS NULL OR ${retired} = 'true')`,
  },
});
