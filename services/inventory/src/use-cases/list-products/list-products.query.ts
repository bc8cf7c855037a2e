import { CodeField, StockUnitField, TextField, WholeField } from '@ayni/http/fields';
import type { StockUnit } from '@ayni/kernel';
import { Listing } from '@ayni/http/listing';

/** What the co-op grows and sells. */
export class ProductRow {
  @CodeField() code!: string;
  @TextField(200) name!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @WholeField(1, 3_650, { nullable: true, description: 'for how many days a lot keeps' }) shelfLifeDays!: number | null;
}

export const products = new Listing({
  row: ProductRow,
  name: 'inventory products',
  from: 'products p',
  alias: 'p',
  columns: { code: 'p.code', name: 'p.name', stockUnit: 'p.stock_unit', shelfLifeDays: 'p.shelf_life_days' },
  order: ['p.code'],
});
