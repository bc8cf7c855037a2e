import { Listing } from '@ayni/http/listing';

export const structures = new Listing({
  name: 'structures',
  from: 'structures s',
  alias: 's',
  columns: { code: 's.code', name: 's.name', kind: 's.kind', areaM2: 's.area_m2' },
  order: ['s.code'],
});
