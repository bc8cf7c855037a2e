import { pipeline } from 'node:stream/promises';
import type { Kept } from '@ayni/reference-data/kept';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { withInbox } from '@ayni/service-kit/open-inbox';
import { migrate } from '@ayni/service-kit/service';
import type { Inbox } from '@ayni/messaging/inbox/inbox';
import type pg from '@ayni/database/driver';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { copied, tablesOf } from '../backup/tables.js';
import type { OpsContext } from '../ops-context.js';
import { readReason } from '@ayni/messaging/inbox/reason';
import { connected } from '../connect.js';
import type { System } from '../open-system.js';
import { sourcesOf } from '../sources.js';
import { differencesOf, rowsOf, type Differences } from './differences.js';
import { readLog } from './read-log.js';
import { withScratch } from './scratch.js';

/** What a rebuild showed of one kind of rows: `missing` are in the present state only, `surplus` in the rebuilt only. */
export type Compared = Differences & { readonly of: string };

/** An event that the service has applied and the rebuild could not. */
export type NotApplied = {
  readonly id: string;
  readonly type: string;
  readonly aggregate: string;
  readonly reason: string;
};

export type Rebuild = {
  readonly equal: boolean;
  /** How many events were applied. */
  readonly events: number;
  readonly compared: readonly Compared[];
  readonly notApplied: readonly NotApplied[];
};

const SHOWN = 3;

/** That both have applied the same events; one that is in no log any more shows here. */
const APPLIED: Kept = {
  of: 'inbox',
  query: `SELECT event_id, type, aggregate, seq FROM inbox WHERE state = 'applied'`,
};

/**
 * Builds a service's state anew in a scratch database, from the logs, with exactly the events that it has applied at
 * one instant, and compares what follows from events alone. The service may run meanwhile: all of its present state is
 * read as of that instant. The logs are read one after the other; what has to come before what holds within each.
 */
export function rebuild(
  system: System,
  definition: ServiceDefinition,
  { language, signal }: Pick<OpsContext, 'language' | 'signal'>,
): Promise<Rebuild> {
  const { name: service } = definition;
  return withScratch(system, service, async (urls) => {
    await migrate(definition, { database: urls });
    return connected(system.url(service, 'migrator'), async (present) => {
      // the first question takes the snapshot; the migrator is bound by no policy and sees all co-ops
      await present.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return connected(urls.migrator, async (rebuilt) => {
        await copyGiven(present, rebuilt, definition.given);
        await withInbox(definition, urls.runtime, signal, (inbox) => applyAgain(system, present, inbox, signal));
        await rebuilt.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        const { notApplied, ...rest } = await compare(present, rebuilt, definition.kept, signal);
        return { ...rest, notApplied: notApplied.map((one) => ({ ...one, reason: readReason(one.reason, language) })) };
      });
    });
  });
}

/** Copies what commands made and handlers lean on. */
async function copyGiven(present: pg.Client, rebuilt: pg.Client, given: readonly string[]): Promise<void> {
  const tables = await tablesOf(present);
  for (const name of given) {
    const table = tables.find((found) => found.name === name);
    if (!table) throw new Error(`There is no table ${name}`);
    const columns = copied(table);
    await pipeline(
      present.query(copyTo(`COPY ${columns} TO STDOUT`)),
      rebuilt.query(copyFrom(`COPY ${columns} FROM STDIN`)),
    );
  }
}

async function applyAgain(system: System, present: pg.Client, inbox: Inbox, signal: AbortSignal): Promise<void> {
  for (const source of sourcesOf(inbox.types))
    await connected(system.url(source, 'relay'), async (log) => {
      for await (const batch of readLog(log, source, inbox.types, 1n)) {
        signal.throwIfAborted();
        const { rows } = await present.query<{ event_id: string }>(
          `SELECT event_id FROM inbox WHERE consumer = $1 AND event_id = ANY($2::uuid[]) AND state = 'applied'`,
          [inbox.consumer, batch.map(({ event }) => event.id)],
        );
        const applied = new Set(rows.map(({ event_id }) => event_id));
        await inbox.take(batch.filter(({ event }) => applied.has(event.id)));
      }
    });
}

async function compare(
  present: pg.Client,
  rebuilt: pg.Client,
  kept: readonly Kept[],
  signal: AbortSignal,
): Promise<Rebuild> {
  const compared: Compared[] = [];
  for (const { of, query } of [APPLIED, ...kept]) {
    signal.throwIfAborted();
    compared.push({ of, ...(await differencesOf(rowsOf(present, query), rowsOf(rebuilt, query))) });
  }
  const { rows: notApplied } = await rebuilt.query<NotApplied>(
    `SELECT event_id AS id, type, aggregate, COALESCE(reason, waits_for, '') AS reason FROM inbox
     WHERE state <> 'applied' ORDER BY arrived_at, source, position LIMIT ${SHOWN}`,
  );
  const [applied] = compared;
  return {
    equal: compared.every(({ missing, surplus }) => missing.count + surplus.count === 0),
    events: (applied?.rows ?? 0) - (applied?.missing.count ?? 0) + (applied?.surplus.count ?? 0),
    compared,
    notApplied,
  };
}
