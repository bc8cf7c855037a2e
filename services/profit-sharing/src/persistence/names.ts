import type { NamedRows } from '@ayni/database/name-keys';

/** What people call by a name here, written in whatever case. */
export const names: readonly NamedRows[] = [
  { what: 'season', table: 'fiscal_seasons', column: 'code' },
  { what: 'expense', table: 'expenses', column: 'code' },
  { what: 'grant', table: 'grants', column: 'code' },
  { what: 'advance', table: 'advances', column: 'code' },
];
