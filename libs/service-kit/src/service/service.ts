import type { IncomingMessage, ServerResponse } from 'node:http';
import { Module, type DynamicModule, type INestApplication, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { ServiceName } from '@ayni/contracts';
import { connectionOptions, Database, EventStrategy, OutboxEntity, Relay, type InboxObserver } from '@ayni/messaging';
import { runMigrations } from '@ayni/postgres';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { TokenVerifier } from '../auth/token.js';
import { Clock } from '../clock.js';
import { CommandDesk } from '../commands/command-desk.js';
import { CommandEntity } from '../commands/command.entity.js';
import { CoopDirectory } from '../coops/coop-directory.js';
import { admitKnownCoop } from '../coops/known-coop.js';
import { CoopEntity } from '../coops/coop.entity.js';
import { ReversalEntity } from '../facts/reversal.entity.js';
import { Metrics, readFlow } from '../health/metrics.js';
import { ListReader } from '../http/list-reader.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { validation } from '../http/validation.js';
import { NestLogger } from '../logging/logger.js';
import { BookTotals } from '../seasons/books.js';
import { ClosingWatch } from '../seasons/closing-watch.js';
import { SeasonEntity } from '../seasons/season.entity.js';
import { Arrivals } from './arrivals.js';
import { jsonBody } from './body.js';
import { describe } from './describe.js';
import { NO_CARRIER } from './no-carrier.js';
import { ServiceIdentity, type Part, type Platform } from './platform.js';
import { PlatformModule, ready } from './platform.module.js';

/** What makes a service: its name, its tables, its rooms, and what it can say of a season's books. */
export type ServiceDefinition = {
  readonly name: ServiceName;
  readonly entities: readonly Type[];
  readonly migrations: readonly Type[];
  readonly module: Type | DynamicModule;
  readonly totals: BookTotals;
};

const CLOSE_MS = 10_000;

/** A service that runs: its door for HTTP, its consumer and its relay. */
export class RunningService {
  private openApi: OpenAPIObject | undefined;

  constructor(
    readonly name: ServiceName,
    readonly part: Part,
    readonly metrics: Metrics,
    private readonly app: INestApplication,
    private readonly source: DataSource,
    private readonly relay: Relay,
    private readonly watch: ClosingWatch,
    private readonly arrivals: Arrivals,
  ) {}

  /** Answers a request below `/api/<service>/v1`. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const express: (request: IncomingMessage, response: ServerResponse) => void = this.app
      .getHttpAdapter()
      .getInstance();
    express(request, response);
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
    this.arrivals.end();
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
  const { name, totals } = definition;
  const { clock, part = 'all' } = platform;
  const carrier = part === 'http' ? NO_CARRIER : platform.carrier;
  const logger = platform.logger.child({ service: name });
  const fault = (error: unknown): void => logger.error({ err: error }, 'a loop of the spine failed and goes on');

  const source = await new DataSource(runtimeOptions(definition, platform)).initialize();
  const database = new Database(source, () => clock.now());
  const arrivals = new Arrivals();
  const relay: Relay = new Relay(
    platform.database.relay,
    carrier,
    () => {
      carrier.ring?.(name);
      watch.ring();
    },
    fault,
    part === 'http',
  );
  const committed = (): void => relay.bell.ring();
  const watch: ClosingWatch = new ClosingWatch(name, source, database, totals, committed, fault);
  const observer: InboxObserver = {
    applied(_consumer, batch, { published }) {
      for (const { source: from } of batch) metrics.applied.inc({ source: from });
      logger.debug({ eventIds: batch.map(({ event }) => event.id) }, 'applied');
      if (published) committed();
      arrivals.ring();
      watch.ring();
    },
    retrying: (_consumer, error) => logger.warn({ err: error }, 'the database is away; trying again'),
    parked: (_consumer, event, error) =>
      logger.error({ err: error, eventId: event.id, type: event.type }, 'an event was parked'),
    passedOver: (_consumer, count) => metrics.passedOver.inc(count),
    kept: (_consumer, { topic, partition, offset, reason }) =>
      logger.error({ topic, partition, offset: offset.toString(), reason }, 'bytes that are no event were parked'),
  };
  const coops = new CoopDirectory();
  const strategy = new EventStrategy(name, database, carrier, observer, (events, delivery) =>
    admitKnownCoop(coops, events, delivery),
  );
  arrivals.declare(() => strategy.declared());
  const metrics = new Metrics(
    name,
    () => readFlow(source),
    () => strategy.lag(),
  );

  const instances = [
    ready(DataSource, source),
    ready(Database, database),
    ready(Clock, clock),
    ready(ServiceIdentity, new ServiceIdentity(name)),
    ready(TokenVerifier, new TokenVerifier(platform.keys)),
    ready(CoopDirectory, coops),
    ready(CommandDesk, new CommandDesk(database, committed)),
    ready(ListReader, new ListReader(database)),
    ready(ClosingWatch, watch),
    ready(Arrivals, arrivals),
  ];
  const app = await NestFactory.create(rootModule(definition, instances), new ExpressAdapter(), {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  // versions are ours to name; a hash of every answer would only cost time
  app.getHttpAdapter().getInstance().disable('x-powered-by').disable('etag');
  app.setGlobalPrefix(`api/${name}/v1`);
  app.use(...jsonBody());
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.connectMicroservice({ strategy }, { inheritAppConfig: true });
  await app.startAllMicroservices();
  await app.init();
  if (part !== 'http') await watch.start();
  relay.start();
  return new RunningService(name, part, metrics, app, source, relay, watch, arrivals);
}

function rootModule(definition: ServiceDefinition, instances: Parameters<typeof PlatformModule.of>[0]): Type {
  @Module({ imports: [PlatformModule.of(instances, definition.name === 'members'), definition.module] })
  class ServiceModule {}
  return ServiceModule;
}

const PLATFORM_ENTITIES = [OutboxEntity, CommandEntity, CoopEntity, SeasonEntity, ReversalEntity];

/** Brings the tables up to date, under a lock: several processes may start together. */
export async function migrate(
  { name, migrations }: ServiceDefinition,
  { database }: Pick<Platform, 'database'>,
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

const runtimeOptions = ({ name, entities }: ServiceDefinition, platform: Platform): DataSourceOptions => ({
  type: 'postgres',
  url: platform.database.runtime,
  entities: [...PLATFORM_ENTITIES, ...entities],
  applicationName: `ayni ${name}`,
  poolSize: platform.connectionsMax,
  extra: connectionOptions,
});
