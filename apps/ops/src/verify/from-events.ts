import { pipeline } from 'node:stream/promises';
import type pg from '@ayni/database/driver';
import type { CoopId } from '@ayni/kernel';
import type { Inbox } from '@ayni/messaging/inbox/inbox';
import type { ServiceDefinition, Verification, Verified } from '@ayni/service-kit/definition';
import { withService } from '@ayni/service-kit/open-inbox';
import { migrate } from '@ayni/service-kit/service';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { copied, tablesOf } from '../backup/tables.js';
import { connected } from '../connect.js';
import { addressOf, type System } from '../open-system.js';
import { readLog } from '../replay/read-log.js';
import { withScratch } from '../replay/scratch.js';
import { sourcesOf } from '../sources.js';

/** Whose shares, of which season. */
export type Asked = { readonly coop: CoopId; readonly season: string };

/** What a replay came to, and how many events it took. */
export type Replayed = { readonly verification: Verification; readonly events: number };

/**
 * Works a season's approved shares out again in a scratch database, into which the logs of all services are replayed:
 * what was delivered, worked, sold and resolved is there as its events tell it, and not as the tables of today have it.
 * What the service's own commands wrote and told nobody is taken as it is.
 */
export function verifyFromEvents(
  system: System,
  definition: ServiceDefinition,
  { replayed, verify }: Verified,
  { coop, season }: Asked,
  signal: AbortSignal,
): Promise<Replayed> {
  const { name: service } = definition;
  return withScratch(system, service, async (urls) => {
    await migrate(definition, { database: urls });
    const scratch = decodeURIComponent(new URL(urls.migrator).pathname.slice(1));
    await connected(system.url(service, 'migrator'), (present) =>
      connected(addressOf(system.admin, scratch), (empty) => copyOwn(present, empty, replayed, coop)),
    );
    return withService(definition, urls.runtime, signal, async ({ inbox, database, get }) => {
      const events = await replay(system, inbox, coop, signal);
      return { events, verification: await database.read(coop, (tx) => get(verify).run(tx, season)) };
    });
  });
}

/** Copies the rows of a co-op that no event brings. */
async function copyOwn(
  present: pg.Client,
  empty: pg.Client,
  replayed: Verified['replayed'],
  coop: CoopId,
): Promise<void> {
  await present.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // rows that they refer to come with the events; nothing is to be told or worked out anew for them
  await empty.query(`SET session_replication_role = 'replica'`);
  for (const table of await tablesOf(present)) {
    if (!table.columns.includes('coop_id') || replayed[table.name] === 'true') continue;
    const columns = copied(table);
    const others = replayed[table.name] ?? 'false';
    const [name, list] = [columns.slice(0, columns.indexOf(' (')), columns.slice(columns.indexOf('(') + 1, -1)];
    await pipeline(
      present.query(
        copyTo(`COPY (SELECT ${list} FROM ${name} WHERE coop_id = '${coop}' AND NOT (${others})) TO STDOUT`),
      ),
      empty.query(copyFrom(`COPY ${columns} FROM STDIN`)),
    );
  }
}

/** @returns how many events there were */
async function replay(system: System, inbox: Inbox, coop: CoopId, signal: AbortSignal): Promise<number> {
  let events = 0;
  for (const source of sourcesOf(inbox.types))
    await connected(system.url(source, 'relay'), async (log) => {
      for await (const batch of readLog(log, source, inbox.types, 1n, coop)) {
        signal.throwIfAborted();
        await inbox.take(batch);
        events += batch.length;
      }
    });
  return events;
}
