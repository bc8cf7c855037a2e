import { Listing } from '@ayni/http/listing';

export const products = new Listing({
  name: 'inventory products',
  from: 'products p',
  alias: 'p',
  columns: { code: 'p.code', name: 'p.name', stockUnit: 'p.stock_unit', shelfLifeDays: 'p.shelf_life_days' },
  order: ['p.code'],
});
