import type { CommandId } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { InboxState } from './inbox.js';

/** How far a service is with the events of one command. */
export type Progress = {
  readonly command: CommandId;
  /** How many of the command's events this service listens to. */
  readonly listens: number;
  readonly applied: number;
  readonly waiting: number;
  readonly parked: number;
  readonly dropped: number;
  /** Written by the command, but not seen here yet. */
  readonly unseen: number;
  /** Nothing is left to come: everything was applied, parked or dropped. */
  readonly settled: boolean;
};

/** A command whose events are asked for. */
export type Followed = {
  readonly command: CommandId;
  /** How many events it wrote, by type. */
  readonly expected: ReadonlyMap<string, number>;
};

// by command alone: while nothing is known of a table that was just filled, the consumer looks as rare, and is all of it
const count = statement(
  'inbox progress',
  `SELECT command_id AS command, type, state, count(*)::int AS events FROM inbox
   WHERE consumer || '' = $1 AND command_id = ANY($2::uuid[]) GROUP BY command_id, type, state`,
);

type Row = {
  readonly command: CommandId;
  readonly type: string;
  readonly state: InboxState;
  readonly events: number;
};

/** Counts the events of each of the commands in the inbox of `consumer`, in the order in which they are asked for. */
export async function progressOf(
  tx: Transaction,
  consumer: string,
  declared: ReadonlySet<string>,
  followed: readonly Followed[],
): Promise<Progress[]> {
  const heard = followed.map(({ command, expected }) => ({
    command,
    types: new Map([...expected].filter(([type]) => declared.has(type))),
  }));
  const asked = heard.filter(({ types }) => types.size > 0).map(({ command }) => command);
  const rows = asked.length > 0 ? await tx.query<Row>(count, [consumer, asked]) : [];
  const found = new Map<CommandId, Row[]>(asked.map((command) => [command, []]));
  for (const row of rows) found.get(row.command)?.push(row);
  return heard.map(({ command, types }) => counted(command, types, found.get(command) ?? []));
}

function counted(command: CommandId, types: ReadonlyMap<string, number>, rows: readonly Row[]): Progress {
  const listens = [...types.values()].reduce((sum, events) => sum + events, 0);
  const counts: Record<InboxState, number> = { applied: 0, waiting: 0, parked: 0, dropped: 0 };
  for (const { type, state, events } of rows) if (types.has(type)) counts[state] += events;
  const unseen = Math.max(0, listens - counts.applied - counts.waiting - counts.parked - counts.dropped);
  return { command, listens, ...counts, unseen, settled: unseen + counts.waiting === 0 };
}
