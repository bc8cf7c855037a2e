import type { Client } from '@ayni/api-client/client';
import { everyRow } from './pages.js';

/** How many members the co-op has on a day. */
export async function membersOn(client: Client, day: string): Promise<number> {
  return (await everyRow(client, '/api/members/v1/members', `on=${day}`)).length;
}
