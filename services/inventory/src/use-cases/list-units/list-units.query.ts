import { CodeField, DayField, TextField } from '@ayni/http/fields';
import type { Day } from '@ayni/kernel';
import { Listing } from '@ayni/http/listing';

/** A unit of a product, with the factor that holds from a day on. */
export class UnitRow {
  @CodeField() product!: string;
  @CodeField() unit!: string;
  @TextField(40, { description: 'stock units in one unit, exact: "11500" or "25/2"' }) factor!: string;
  @DayField() validFrom!: Day;
}

/** Units with each factor that they ever had. */
export const units = new Listing({
  row: UnitRow,
  name: 'inventory units',
  from: 'units u',
  alias: 'u',
  columns: { product: 'u.product', unit: 'u.unit', factor: 'u.factor', validFrom: 'u.valid_from' },
  order: ['u.product', 'u.unit', 'u.valid_from'],
  filters: { product: 'u.product' },
});
