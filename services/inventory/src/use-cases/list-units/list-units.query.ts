import { Listing } from '@ayni/http/listing';

/** Units with each factor that they ever had. */
export const units = new Listing({
  name: 'inventory units',
  from: 'units u',
  alias: 'u',
  columns: { product: 'u.product', unit: 'u.unit', factor: 'u.factor', validFrom: 'u.valid_from' },
  order: ['u.product', 'u.unit', 'u.valid_from'],
  filters: { product: 'u.product' },
});
