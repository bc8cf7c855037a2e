import { Listing } from '@ayni/http/listing';

export const households = new Listing({
  name: 'households',
  from: 'households h',
  alias: 'h',
  columns: { code: 'h.code', name: 'h.name', community: 'h.community' },
  order: ['h.code'],
  filters: { community: 'h.community' },
});
