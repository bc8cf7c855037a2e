import { CodeField, DayField, TextField, VersionField } from '@ayni/http/fields';
import type { Day } from '@ayni/kernel';
import { Listing } from '@ayni/http/listing';

/** A unit of a product, with the factor that holds from a day on. */
export class UnitRow {
  @CodeField() product!: string;
  @CodeField() unit!: string;
  @TextField(40, { description: 'stock units in one unit, exact: "11500" or "25/2"' }) factor!: string;
  @DayField() validFrom!: Day;
  @DayField({ nullable: true, description: 'the last day on which it is used; null while it is' })
  retiredOn!: Day | null;
  @VersionField() version!: number;
}

/** Units with each factor that they were given; what a product is counted in is a unit of it without one. */
export const units = new Listing({
  row: UnitRow,
  name: 'inventory units',
  from: 'units u JOIN products p ON p.coop_id = u.coop_id AND p.code = u.product',
  alias: 'u',
  columns: {
    product: 'u.product',
    unit: 'u.unit',
    factor: 'u.factor',
    validFrom: 'u.valid_from',
    retiredOn: 'u.retired_on',
    version: 'p.version',
  },
  order: ['u.product', 'u.unit', 'u.valid_from'],
  filters: {
    product: 'u.product',
    retired: (retired) => `(u.retired_on IS NULL OR ${retired} = 'true')`,
  },
});
