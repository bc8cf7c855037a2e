import { found, type CoopId } from '@ayni/kernel';
import { connected } from './connect.js';
import type { System } from './open-system.js';

/** Names a co-op by its code; by its id where it has none yet, or where members cannot be asked. */
export type CoopName = (coop: string) => string;

export async function coopNames(system: System): Promise<CoopName> {
  const codes = await connected(system.url('members', 'operator'), async (client) => {
    const { rows } = await client.query<{ coop_id: string; code: string }>('SELECT coop_id, code FROM coops');
    return new Map(rows.map(({ coop_id, code }) => [coop_id, code]));
  }).catch(() => new Map<string, string>());
  return (coop) => codes.get(coop) ?? coop;
}

/** @throws Refusal `not-found` */
export const coopOf = (system: System, code: string): Promise<CoopId> =>
  connected(system.url('members', 'operator'), async (client) => {
    const { rows } = await client.query<{ coop_id: CoopId }>(
      'SELECT coop_id FROM coops WHERE lower(code) = lower($1)',
      [code],
    );
    return found(rows[0], 'coop', code).coop_id;
  });
