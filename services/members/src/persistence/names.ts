import type { NamedRows } from '@ayni/database/name-keys';

/** What people call by a name here, written in whatever case. */
export const names: readonly NamedRows[] = [
  { what: 'household', table: 'households', column: 'code' },
  { what: 'member', table: 'members', column: 'number' },
  { what: 'user', table: 'users', column: 'name' },
  { what: 'resolution', table: 'resolutions', column: 'number' },
  { what: 'key', table: 'api_keys', column: 'name' },
];
