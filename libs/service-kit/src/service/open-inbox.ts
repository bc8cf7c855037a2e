import type { CloudEvent } from '@ayni/contracts';
import type { Inbox } from '@ayni/messaging';
import { Database, type Arrival, type BadRecord, type Carrier } from '@ayni/messaging';
import type { Logger } from 'pino';
import { SystemClock } from '../clock.js';
import { ClosingWatch } from '../seasons/closing-watch.js';
import { makeApplication, runtimeSource } from './application.js';
import { Arrivals } from './arrivals.js';
import type { ServiceDefinition } from './definition.js';
import type { DatabaseUrls } from './platform.js';

/** A service's inbox with its handlers behind it, and nothing that brings it events. */
export type OpenInbox = {
  readonly inbox: Inbox;
  /** Lets go of the database; what was being applied has ended. */
  close(): Promise<void>;
};

const CONNECTIONS_MAX = 2;

/**
 * Opens a service's inbox for an operator's program: no door, no relay, no consumer of its own. The service itself may
 * run meanwhile; each event is still applied once, and what handlers publish is sent by the service's relay.
 */
export async function openInbox(
  definition: ServiceDefinition,
  { database, logger }: { readonly database: Pick<DatabaseUrls, 'runtime'>; readonly logger: Logger },
): Promise<OpenInbox> {
  const { source, inbox } = await assemble(definition, database.runtime, logger);
  await source.initialize();
  return {
    inbox,
    async close() {
      inbox.stop();
      await source.destroy();
    },
  };
}

/** The event types that a service's handlers declare. Nothing is connected to. */
export async function declaredTypes(definition: ServiceDefinition, logger: Logger): Promise<ReadonlySet<string>> {
  return (await assemble(definition, 'postgres://', logger)).inbox.types;
}

async function assemble(
  definition: ServiceDefinition,
  runtime: string,
  logger: Logger,
): Promise<{ source: ReturnType<typeof runtimeSource>; inbox: Inbox }> {
  const clock = new SystemClock();
  const urls = { runtime, migrator: '', relay: '', operator: '' };
  const source = runtimeSource(definition, { database: urls, connectionsMax: CONNECTIONS_MAX });
  const database = new Database(source, () => clock.now());
  const nothing = (): void => undefined;
  const { name, totals } = definition;
  const catching = new CatchingCarrier();
  const { app } = await makeApplication(
    definition,
    { clock, logger, keys: { keys: [] } },
    {
      source,
      database,
      // never started: the service looks by itself for seasons that begin to close
      watch: new ClosingWatch(name, source, database, totals, nothing, nothing),
      arrivals: new Arrivals(),
      committed: nothing,
      carrier: catching,
      observer: new LoggingObserver(logger),
    },
  );
  await app.startAllMicroservices();
  return { source, inbox: catching.caught };
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
    return { stop: () => Promise.resolve(), lag: () => Promise.resolve(new Map()) };
  }
}

class LoggingObserver {
  constructor(private readonly logger: Logger) {}

  applied(_consumer: string, batch: readonly Arrival[]): void {
    this.logger.debug({ eventIds: batch.map(({ event }) => event.id) }, 'applied');
  }

  retrying(_consumer: string, error: Error): void {
    this.logger.warn({ err: error }, 'the database is away; trying again');
  }

  parked(_consumer: string, event: CloudEvent, error: Error): void {
    this.logger.debug({ err: error, eventId: event.id }, 'an event was parked');
  }

  passedOver(): void {}

  kept(_consumer: string, { topic }: BadRecord): void {
    this.logger.debug({ topic }, 'bytes that are no event were kept');
  }
}
