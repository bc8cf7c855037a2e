import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { ServiceName } from '@ayni/contracts';
import { grouped, parseCoopId, type CoopId } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { outbox } from '@ayni/messaging/outbox/outbox';
import type { InboxObserver } from '@ayni/messaging/inbox/inbox';
import { Relay } from '@ayni/messaging/outbox/relay';
import { runMigrations } from '@ayni/database/run-migrations';
import { DataSource } from 'typeorm';
import { whoSent } from '@ayni/http/auth/auth.guard';
import { letServe } from '@ayni/http/door/served';
import { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { Metrics, readFlow } from './health/metrics.js';
import { BooksWatch } from '@ayni/facts/books-watch';
import { SeasonBooks } from '@ayni/facts/season-books';
import type { EventStreams } from './events/event-streams.js';
import { makeApplication, runtimeSource } from './application.js';
import { Doorbell } from '@ayni/messaging/doorbell';
import type { ServiceDefinition } from './definition.js';
import { describe } from './describe.js';
import { NO_CARRIER } from './no-carrier.js';
import type { DatabaseUrls, ServicePart, Platform } from './platform.js';

const CLOSE_MS = 10_000;

/** A service that runs: its door for HTTP, its consumer and its relay. */
export class RunningService {
  /** Answers a request below `/api/<service>/v1`. */
  readonly handle: ReturnType<typeof letServe>;
  private openApi: OpenAPIObject | undefined;

  constructor(
    readonly name: ServiceName,
    readonly part: ServicePart,
    readonly metrics: Metrics,
    private readonly app: INestApplication,
    private readonly source: DataSource,
    private readonly relay: Relay,
    private readonly watch: BooksWatch,
    private readonly applied: Doorbell,
    private readonly streams: EventStreams,
  ) {
    this.handle = letServe(app.getHttpAdapter().getInstance());
  }

  /** Who sent a request, as people call her; nobody where she showed no token. */
  async sender(request: object): Promise<{ readonly user: string; readonly coop: string } | undefined> {
    const principal = whoSent(request);
    if (!principal) return undefined;
    const { user, coop } = principal;
    return { user, coop: this.app.get(CoopDirectory).codeOf(coop) ?? (await this.lookUp(coop)) };
  }

  /** Whether the service can do its work now. */
  async isReady(): Promise<boolean> {
    return this.source.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  /** Made when it is first asked for: it is not needed to start. */
  describe(): OpenAPIObject {
    this.openApi ??= describe(this.app, this.name);
    return this.openApi;
  }

  /** Lets nobody wait any longer: the service is about to stop. */
  leave(): void {
    this.applied.close();
    this.streams.close();
  }

  private async lookUp(coop: CoopId): Promise<string> {
    const found = await this.app
      .get(Database)
      .read(coop, (tx) => this.app.get(CoopDirectory).find(tx))
      .catch(() => undefined);
    return found?.code ?? coop;
  }

  /** Ends requests, the batch that is being applied, the relay's batch, then the connections. */
  async stop(): Promise<void> {
    const late = setTimeout(() => this.source.destroy().catch(() => undefined), CLOSE_MS);
    await this.app.close();
    await Promise.all([this.relay.stop(), this.watch.stop()]);
    clearTimeout(late);
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** Migrates the service's database and starts all of it. */
export async function startService(definition: ServiceDefinition, platform: Platform): Promise<RunningService> {
  await migrate(definition, platform);
  return openService(definition, platform);
}

/** Starts all of a service whose database is up to date. */
export async function openService(definition: ServiceDefinition, platform: Platform): Promise<RunningService> {
  const { name, totals, unfinished = [] } = definition;
  const { clock, part = 'all' } = platform;
  const carrier = part === 'http' ? NO_CARRIER : platform.carrier;
  const logger = platform.logger.child({ service: name });
  const fault = (error: unknown): void => logger.error({ err: error }, 'a loop of the spine failed and goes on');

  const source = await runtimeSource(definition, platform).initialize();
  const database = new Database(source, () => clock.now(), outbox);
  const applied = new Doorbell();
  const relay: Relay = new Relay(
    platform.database.relay,
    carrier,
    (numbered) => {
      carrier.ring?.(name, numbered);
      watch.ring();
    },
    fault,
    part === 'http',
    () => streams.ring(),
  );
  const books = new SeasonBooks(name, totals, unfinished);
  const watch: BooksWatch = new BooksWatch(source, database, books, () => relay.ring(), fault);
  const committed = (coop: CoopId): void => {
    relay.ring();
    watch.changed(coop);
  };
  const observer: InboxObserver = {
    applied(_consumer, batch, { published }) {
      for (const [from, some] of grouped(batch, ({ source: log }) => log))
        metrics.applied.inc({ source: from }, some.length);
      logger.debug({ eventIds: batch.map(({ event }) => event.id) }, 'applied');
      if (published) relay.ring();
      applied.ring();
      for (const coop of new Set(batch.map(({ event }) => event.coopid))) watch.changed(parseCoopId(coop));
    },
    retrying: (_consumer, error) => logger.warn({ err: error }, 'the database is away; trying again'),
    parked: (_consumer, event, error) => {
      logger.error({ err: error, eventId: event.id, type: event.type }, 'an event was parked');
      watch.changed(parseCoopId(event.coopid));
    },
    passedOver: (_consumer, count) => metrics.passedOver.inc(count),
    kept: (_consumer, { topic, partition, offset, reason }) =>
      logger.error(
        { topic, partition, offset: offset.toString(), reason: reason.en },
        'bytes that are no event were parked',
      ),
  };
  const wiring = { source, database, watch, applied, committed, carrier, observer };
  const { app, strategy, streams } = await makeApplication(definition, { ...platform, logger }, wiring);
  const metrics = new Metrics(
    name,
    () => readFlow(source),
    () => strategy.lag(),
    () => watch.waiting,
  );
  // versions are ours to name; a hash of every answer would only cost time
  app
    .getHttpAdapter()
    .getInstance()
    .disable('x-powered-by')
    .disable('etag')
    .set('trust proxy', platform.proxies ?? 0);
  app.setGlobalPrefix(`api/${name}/v1`);
  await app.startAllMicroservices();
  await app.init();
  await watch.start();
  relay.start();
  return new RunningService(name, part, metrics, app, source, relay, watch, applied, streams);
}

/** Brings the tables up to date, under a lock: several processes may start together. */
export async function migrate(
  { name, migrations }: Pick<ServiceDefinition, 'name' | 'migrations'>,
  { database }: { readonly database: Pick<DatabaseUrls, 'migrator'> },
): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: database.migrator,
    migrations: [...migrations],
    applicationName: `ayni ${name} migrator`,
    poolSize: 1,
  });
  await source.initialize();
  try {
    await runMigrations(source);
  } finally {
    await source.destroy();
  }
}
