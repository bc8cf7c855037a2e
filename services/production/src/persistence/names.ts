import type { NamedRows } from '@ayni/database/name-keys';

/** What people call by a name here, written in whatever case. */
export const names: readonly NamedRows[] = [
  { what: 'structure', table: 'structures', column: 'code' },
  { what: 'harvest', table: 'harvests', column: 'code' },
  { what: 'work', table: 'work', column: 'code' },
  { what: 'care', table: 'care', column: 'code' },
];
