import { Module, type INestApplication, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { connectionOptions } from '@ayni/database/connection';
import { Database } from '@ayni/database/database';
import type { Carrier } from '@ayni/messaging/carrier/carrier';
import { EventStrategy } from '@ayni/messaging/inbox/event-strategy';
import type { InboxObserver } from '@ayni/messaging/inbox/inbox';
import { OutboxEntity } from '@ayni/messaging/outbox/outbox.entity';
import type { CoopId } from '@ayni/kernel';
import { DataSource } from 'typeorm';
import { Standing } from '@ayni/http/auth/standing';
import { TokenVerifier } from '@ayni/http/auth/token';
import { Clock } from '@ayni/http/clock';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { CommandEntity } from '@ayni/http/commands/command.entity';
import { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { CoopEntity } from '@ayni/reference-data/coops/coop.entity';
import { admitKnownCoop } from '@ayni/reference-data/coops/known-coop';
import { ReversalEntity } from '@ayni/facts/reversal.entity';
import { ListReader } from '@ayni/http/list-reader';
import { Downloads } from '@ayni/http/tables/downloads';
import { ProblemFilter } from '@ayni/http/problem.filter';
import { Checked } from '@ayni/http/validation';
import { EventStreams } from './events/event-streams.js';
import { KeptStanding } from './users/kept-standing.js';
import { NestLogger } from './logging/logger.js';
import { BooksWatch } from '@ayni/facts/books-watch';
import { SeasonCount } from '@ayni/facts/season-count';
import { SeasonEntity } from '@ayni/reference-data/seasons/season.entity';
import { Doorbell } from '@ayni/messaging/doorbell';
import type { ServiceDefinition } from './definition.js';
import { Doubles } from './doubles.controller.js';
import { ServiceIdentity, type DatabaseUrls, type Platform } from './platform.js';
import { PlatformModule, ready } from './platform.module.js';

/** What the parts of a service hold on to in common. */
export type Wiring = {
  readonly source: DataSource;
  readonly database: Database;
  readonly watch: BooksWatch;
  /** Rung when the inbox has applied something; closed when the service is to stop. */
  readonly applied: Doorbell;
  /** Called after the commit of a command. */
  readonly committed: (coop: CoopId) => void;
  readonly carrier: Carrier;
  readonly observer: InboxObserver;
};

const PLATFORM_ENTITIES = [OutboxEntity, CommandEntity, CoopEntity, SeasonEntity, ReversalEntity];

/** The service's database under its runtime role; it is not opened yet. */
export const runtimeSource = (
  { name, entities }: ServiceDefinition,
  { database, connectionsMax }: { readonly database: Pick<DatabaseUrls, 'runtime'> } & Pick<Platform, 'connectionsMax'>,
): DataSource =>
  new DataSource({
    type: 'postgres',
    url: database.runtime,
    entities: [...PLATFORM_ENTITIES, ...entities],
    applicationName: `ayni ${name}`,
    poolSize: connectionsMax,
    extra: connectionOptions,
  });

/** A service put together: its rooms, and the strategy by which its handlers get their events. Nothing of it runs yet. */
export async function makeApplication(
  definition: ServiceDefinition,
  { clock, logger, keys, connectionsMax }: Pick<Platform, 'clock' | 'logger' | 'keys' | 'connectionsMax'>,
  { source, database, watch, applied, committed, carrier, observer }: Wiring,
): Promise<{ readonly app: INestApplication; readonly strategy: EventStrategy; readonly streams: EventStreams }> {
  const { name } = definition;
  const coops = new CoopDirectory();
  const strategy = new EventStrategy(name, database, carrier, observer, (events, context) =>
    admitKnownCoop(coops, events, context),
  );
  const standing = definition.standing?.(database) ?? new KeptStanding(database);
  const tokens = new TokenVerifier(keys);
  const streams = new EventStreams(database, clock, tokens, standing, (error) =>
    logger.warn({ err: error }, 'open streams were not served and are looked at again'),
  );
  // the other connections are left to whoever asks for a page, or records something
  const downloads = new Downloads(Math.ceil(connectionsMax / 2));
  const instances = [
    ready(DataSource, source),
    ready(Database, database),
    ready(Clock, clock),
    ready(ServiceIdentity, new ServiceIdentity(name)),
    ready(TokenVerifier, tokens),
    ready(EventStreams, streams),
    ready(CoopDirectory, coops),
    ready(CommandDesk, new CommandDesk(database, standing, committed)),
    ready(Standing, standing),
    ready(Downloads, downloads),
    ready(ListReader, new ListReader(database, downloads)),
    ready(Doubles, new Doubles(definition.names)),
    ready(BooksWatch, watch),
    ready(SeasonCount, new SeasonCount(name, definition.totals)),
    ready(EventStrategy, strategy),
    ready(Doorbell, applied),
  ];
  const app = await NestFactory.create(rootModule(definition, instances), new ExpressAdapter(), {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalPipes(new Checked());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.connectMicroservice({ strategy }, { inheritAppConfig: true });
  return { app, strategy, streams };
}

function rootModule(definition: ServiceDefinition, instances: Parameters<typeof PlatformModule.of>[0]): Type {
  @Module({ imports: [PlatformModule.of(instances, definition.name === 'members'), definition.module] })
  class ServiceModule {}
  return ServiceModule;
}
