import { Listing } from '@ayni/service-kit';

export const markets = new Listing({
  name: 'markets',
  from: 'markets m',
  alias: 'm',
  columns: { name: 'm.name' },
  order: ['m.name'],
});
