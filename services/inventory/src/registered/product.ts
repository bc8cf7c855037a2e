import { productChanged } from '@ayni/contracts';
import { declareRegistered } from '@ayni/facts/registered/registered-store';
import { CodeField, HashField, StockUnitField, TextField, WholeField } from '@ayni/http/fields';
import type { StockUnit } from '@ayni/kernel';

const SHELF_LIFE_DAYS_MAX = 3_650;

/** What the co-op grows and sells; what it is counted in never changes, since facts hold quantities of that. */
export class Product {
  @CodeField() code!: string;
  @TextField(200) name!: string;
  @StockUnitField({ description: 'whole grams or whole pieces' }) stockUnit!: StockUnit;
  @WholeField(1, SHELF_LIFE_DAYS_MAX, { nullable: true, description: 'for how many days a lot keeps' })
  shelfLifeDays!: number | null;
  @HashField({ nullable: true, description: "the co-op's own photo of it, by its hash" }) photo!: string | null;
}

export const products = declareRegistered({
  kind: 'product',
  table: 'products',
  row: Product,
  correctable: ['name', 'shelfLifeDays', 'photo'],
  changed: { event: productChanged, tells: ({ photo: _, ...product }) => product },
});
