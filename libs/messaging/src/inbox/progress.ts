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

const count = statement(
  'inbox progress',
  'SELECT state, count(*)::int AS events FROM inbox WHERE consumer = $1 AND command_id = $2 AND type = ANY($3) GROUP BY state',
);

/** Counts the events of `command` in the inbox of `consumer`; `expected` says how many it wrote, by type. */
export async function progressOf(
  tx: Transaction,
  consumer: string,
  declared: ReadonlySet<string>,
  command: CommandId,
  expected: ReadonlyMap<string, number>,
): Promise<Progress> {
  const heard = [...expected].filter(([type]) => declared.has(type));
  const listens = heard.reduce((sum, [, events]) => sum + events, 0);
  const counts: Record<InboxState, number> = { applied: 0, waiting: 0, parked: 0, dropped: 0 };
  if (listens > 0) {
    const types = heard.map(([type]) => type);
    for (const row of await tx.query<{ state: InboxState; events: number }>(count, [consumer, command, types]))
      counts[row.state] = row.events;
  }
  const unseen = Math.max(0, listens - counts.applied - counts.waiting - counts.parked - counts.dropped);
  return { command, listens, ...counts, unseen, settled: unseen + counts.waiting === 0 };
}
