import type { NamedRows } from '@ayni/database/name-keys';

/** What people call by a name here, written in whatever case. */
export const names: readonly NamedRows[] = [
  { what: 'market', table: 'markets', column: 'name' },
  { what: 'sale', table: 'sales', column: 'code' },
];
