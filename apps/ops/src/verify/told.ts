import {
  householdChanged,
  householdRegistered,
  memberChanged,
  memberJoined,
  memberJoinedV2,
  runApproved,
} from '@ayni/contracts';
import type { CoopId } from '@ayni/kernel';
import type { Verification } from '@ayni/service-kit/definition';
import { connected } from '../connect.js';
import type { System } from '../open-system.js';

/** A figure that is not what was told of it. */
export type Figure = Verification['frozen']['differences'][number];

/** Where the tables of today say of an approval something else than the event that told it. */
export async function toldOfApproval(
  system: System,
  coop: CoopId,
  { run, fingerprint }: Pick<Verification, 'run' | 'fingerprint'>,
): Promise<Figure[]> {
  const now = { fingerprint, resolution: await keptResolution(system, coop, run) };
  const told = await connected(system.url('profit-sharing', 'relay'), async (log) => {
    const { rows } = await log.query<typeof now>(
      `SELECT data ->> 'fingerprint' AS fingerprint, data ->> 'resolution' AS resolution FROM outbox
       WHERE coop_id = $1 AND aggregate = $2 AND type = $3`,
      [coop, `run/${run}`, runApproved.type],
    );
    return rows[0];
  });
  return (['fingerprint', 'resolution'] as const)
    .filter((figure) => told?.[figure] !== now[figure])
    .map((figure) => ({ figure: `/${figure}`, frozen: told?.[figure] ?? null, now: now[figure] }));
}

const keptResolution = (system: System, coop: CoopId, run: string): Promise<string | null> =>
  connected(system.url('profit-sharing', 'migrator'), async (books) => {
    const { rows } = await books.query<{ resolution: string | null }>(
      'SELECT resolution FROM runs WHERE coop_id = $1 AND id = $2',
      [coop, run],
    );
    return rows[0]?.resolution ?? null;
  });

const NAMING = [memberJoined, memberJoinedV2, memberChanged, householdRegistered, householdChanged];

/**
 * The names on a run's papers that the register never told of whom they stand for. They stay as they were when the run
 * was worked out: any that she had by any event is hers.
 */
export async function neverTold(system: System, coop: CoopId, run: string): Promise<Figure[]> {
  const told = new Map<string, string[]>();
  await connected(system.url('members', 'relay'), async (log) => {
    const { rows } = await log.query<{ of: string; name: string }>(
      `SELECT aggregate AS of, COALESCE(data ->> 'name', concat_ws(' ', data ->> 'givenNames', data ->> 'surnames')) AS name
       FROM outbox WHERE coop_id = $1 AND type = ANY($2) ORDER BY position`,
      [coop, NAMING.map(({ type }) => type)],
    );
    for (const { of, name } of rows) told.set(of, [...(told.get(of) ?? []), name]);
  });
  const kept = await connected(system.url('profit-sharing', 'migrator'), async (books) => {
    const { rows } = await books.query<{ of: string; name: string | null }>(
      `SELECT 'member/' || member AS of, name FROM run_members WHERE coop_id = $1 AND run = $2
       UNION ALL
       SELECT 'household/' || household, name FROM run_households WHERE coop_id = $1 AND run = $2
       ORDER BY 1`,
      [coop, run],
    );
    return rows;
  });
  return kept
    .filter(({ of, name }) => (name === null ? told.has(of) : told.get(of)?.includes(name) !== true))
    .map(({ of, name }) => ({ figure: `/names/${of}`, frozen: told.get(of)?.at(-1) ?? null, now: name }));
}
