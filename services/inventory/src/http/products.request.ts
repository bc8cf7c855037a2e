import { CodeField, OneOfField, TextField, WholeField } from '@ayni/http/fields';
import { STOCK_UNITS, type StockUnit } from '@ayni/kernel';

const SHELF_LIFE_DAYS_MAX = 3_650;

export class ProductRequest {
  @CodeField()
  code!: string;

  @TextField(200)
  name!: string;

  @OneOfField(STOCK_UNITS, { description: 'whole grams or whole pieces' })
  stockUnit!: StockUnit;

  @WholeField(1, SHELF_LIFE_DAYS_MAX, { optional: true, description: 'for how many days a lot keeps' })
  shelfLifeDays?: number | null;
}
