import type { Type } from '@nestjs/common';
import { Database } from '@ayni/database/database';
import { outbox } from '@ayni/messaging/outbox/outbox';
import type { Carrier } from '@ayni/messaging/carrier/carrier';
import type { Inbox, InboxObserver } from '@ayni/messaging/inbox/inbox';
import { pino } from 'pino';
import { SystemClock } from '@ayni/http/clock';
import { BooksWatch } from '@ayni/facts/books-watch';
import { SeasonBooks } from '@ayni/facts/season-books';
import { makeApplication, runtimeSource } from './application.js';
import { Doorbell } from '@ayni/messaging/doorbell';
import type { ServiceDefinition } from './definition.js';
import { NO_CARRIER } from './no-carrier.js';

const CONNECTIONS_MAX = 2;

const nothing = (): void => undefined;
/** Whoever opened the inbox reads in it what became of the events. */
const NOBODY: InboxObserver = {
  applied: nothing,
  retrying: nothing,
  parked: nothing,
  passedOver: nothing,
  kept: nothing,
};

/**
 * Opens a service's inbox, with its handlers behind it, for the work of an operator's program: no door, no relay, and
 * nothing that brings events. The service itself may run meanwhile; each event is still applied once, and what
 * handlers publish is sent by the service's relay.
 * @param url the address of the service's database for its runtime role
 * @param signal when aborted, the inbox waits no longer for a database that is away
 */
export function withInbox<Result>(
  definition: ServiceDefinition,
  url: string,
  signal: AbortSignal,
  work: (inbox: Inbox) => Promise<Result>,
): Promise<Result> {
  return withService(definition, url, signal, ({ inbox }) => work(inbox));
}

/** A service without doors: what brings it events, its books, and what it is put together from. */
export type Opened = {
  readonly inbox: Inbox;
  readonly database: Database;
  readonly get: <Part>(part: Type<Part>) => Part;
};

/** The same with all that an operator's program may ask of a service. */
export async function withService<Result>(
  definition: ServiceDefinition,
  url: string,
  signal: AbortSignal,
  work: (service: Opened) => Promise<Result>,
): Promise<Result> {
  const { source, ...opened } = await assemble(definition, url);
  const { inbox } = opened;
  const giveUp = (): void => inbox.stop();
  signal.addEventListener('abort', giveUp);
  try {
    await source.initialize();
    return await work(opened);
  } finally {
    signal.removeEventListener('abort', giveUp);
    giveUp();
    if (source.isInitialized) await source.destroy();
  }
}

async function assemble(
  definition: ServiceDefinition,
  url: string,
): Promise<Opened & { readonly source: ReturnType<typeof runtimeSource> }> {
  const clock = new SystemClock();
  const source = runtimeSource(definition, { database: { runtime: url }, connectionsMax: CONNECTIONS_MAX });
  const database = new Database(source, () => clock.now(), outbox);
  const { name, totals, unfinished = [] } = definition;
  const catching = new CatchingCarrier();
  const { app } = await makeApplication(
    definition,
    { clock, logger: pino({ level: 'silent' }), keys: { keys: [] }, connectionsMax: CONNECTIONS_MAX },
    {
      source,
      database,
      // never started: the service looks by itself for seasons that begin to close
      watch: new BooksWatch(source, database, new SeasonBooks(name, totals, unfinished), nothing, nothing),
      applied: new Doorbell(),
      committed: nothing,
      carrier: catching,
      observer: NOBODY,
    },
  );
  await app.startAllMicroservices();
  return { source, inbox: catching.caught, database, get: (part) => app.get(part) };
}

/** Brings nothing; whoever opened it has the inbox. */
class CatchingCarrier implements Carrier {
  private inbox: Inbox | undefined;

  get caught(): Inbox {
    if (!this.inbox) throw new Error('The application has no consumer');
    return this.inbox;
  }

  subscribe(inbox: Inbox): ReturnType<Carrier['subscribe']> {
    this.inbox = inbox;
    return NO_CARRIER.subscribe(inbox);
  }
}
