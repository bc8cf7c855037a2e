import { Listing } from '@ayni/http/listing';

export const markets = new Listing({
  name: 'markets',
  from: 'markets m',
  alias: 'm',
  columns: { name: 'm.name' },
  order: ['m.name'],
});
