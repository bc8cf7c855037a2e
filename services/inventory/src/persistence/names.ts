import type { NamedRows } from '@ayni/database/name-keys';

/** What people call by a name here, written in whatever case. */
export const names: readonly NamedRows[] = [
  { what: 'product', table: 'products', column: 'code' },
  { what: 'unit', table: 'units', column: 'unit', within: ['coop_id', 'product', 'valid_from'] },
  { what: 'delivery', table: 'deliveries', column: 'code' },
  { what: 'loss', table: 'losses', column: 'code' },
  { what: 'gift', table: 'gifts', column: 'code' },
];
