import type { Caller, Reply } from './caller.js';
import type { Good, World } from './commands/good.js';
import { inventoryCommands } from './commands/inventory.js';
import { membersCommands } from './commands/members.js';
import { productionCommands } from './commands/production.js';
import { profitSharingCommands } from './commands/profit-sharing.js';
import { salesCommands } from './commands/sales.js';

/** For every route that changes something, a command that a filled co-op takes; references are to what {@link fill} made. */
export const goodCommands = (world: World): Good[] => [
  ...membersCommands(world),
  ...productionCommands(),
  ...inventoryCommands(world),
  ...salesCommands(),
  ...profitSharingCommands(world),
];

/** Sends a good command as whoever may. */
export const give = (
  callers: { readonly first: Caller; readonly second: Caller },
  { method, path, by = 'first', headers = {}, keyless = false }: Good,
  body: unknown,
  key?: string,
): Promise<Reply> =>
  callers[by].ask(method, path, { body, headers, ...(keyless ? { key: null } : key === undefined ? {} : { key }) });
