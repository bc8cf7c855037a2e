import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Translated } from '@ayni/kernel';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { LocalCarrier } from '@ayni/messaging/carrier/local.carrier';
import { prepareDatabase } from '@ayni/database/prepare-database';
import { databaseOf, eachRole, rolesOf } from '@ayni/database/roles';
import { LogFile } from '@ayni/processes/log-file';
import { assertPortFree } from '@ayni/processes/port';
import { startPostgres, type PostgresServer } from '@ayni/postgres-server/start';
import { openPrivateKey, publicHalf } from '@ayni/secrets/keys';
import { SIGNING_KEY } from '@ayni/secrets/secrets';
import { SystemClock } from '@ayni/http/clock';
import { Hosts } from '@ayni/http/door/hosts';
import { DiskRoom } from '@ayni/http/door/disk-room';
import { createLogger } from '@ayni/service-kit/logging/logger';
import { Edge } from '@ayni/service-kit/edge';
import type { DatabaseUrls } from '@ayni/service-kit/platform';
import { migrate, openService, type RunningService } from '@ayni/service-kit/service';
import { startTracing, type Tracing } from '@ayni/service-kit/tracing/tracing';
import type { LaptopConfig } from './config.js';
import type { LanSettings, OpenLan } from './lan/open-lan.js';
import { lookAround } from './lan/surroundings.js';
import { definitionsWith } from './definitions.js';
import { answerExample } from './example/answer-example.js';
import { ExampleBooks } from './example/example-books.js';
import { ExampleHere } from './example/example-here.js';

/** A process of PostgreSQL each: on two cores more of them wait for each other, and cost memory. */
const CONNECTIONS_MAX = 4;
/** What is left of ten seconds is PostgreSQL's. */
const STOP_MS = 8_000;

/** The whole product in one process: PostgreSQL, five services, one address. */
export class Laptop {
  private constructor(
    readonly url: string,
    /** Whether a database was found running that an earlier run had left. */
    readonly adopted: boolean,
    private readonly server: PostgresServer,
    private readonly carrier: LocalCarrier,
    private readonly services: readonly RunningService[],
    private readonly edge: Edge,
    private readonly log: LogFile,
    private readonly tracing: Tracing | undefined,
    /** The local network that it is shown to; none unless that was asked for. */
    readonly network: OpenLan | undefined,
    private readonly example: ExampleBooks | ExampleHere,
    private readonly folder: string,
  ) {}

  /** @param onRemoval called where somebody deletes these books, which are an example: it is to be stopped */
  static async start(
    config: LaptopConfig,
    onNotice: (notice: Translated) => void,
    onRemoval: () => void,
  ): Promise<Laptop> {
    // before anything is made: who has to choose another port has then nothing to clear away
    await assertPortFree(config.port, config.host);
    if (config.lan) for (const address of lookAround().addresses) await assertPortFree(config.port, address);
    const server = await startPostgres({ folder: config.data, durable: true, onNotice });
    const started: RunningService[] = [];
    const log = new LogFile(join(config.data, 'ayni.log'));
    const tracing = config.traces === undefined ? undefined : await startTracing('ayni', config.traces);
    try {
      const logger = createLogger(config.logLevel, log);
      const urls = await prepareDatabases(server);
      const carrier = new LocalCarrier(new Map(SERVICES.map((name) => [name, urls[name].relay])), (error) =>
        logger.error({ err: error }, 'a consumer failed and goes on'),
      );
      const key = await openPrivateKey(join(config.data, SIGNING_KEY));
      const publicKeys = { keys: [publicHalf(key)] };
      const signing = { key, keyId: key.kid };
      const all = definitionsWith({
        ...{ signing, publicKeys, operatorUrl: urls.members.operator },
        isExample: config.isExample,
      });
      const { proxies } = config;
      const serving = { clock: new SystemClock(), keys: publicKeys, connectionsMax: CONNECTIONS_MAX, proxies };
      const platform = { carrier, logger, ...serving };
      // all first: a consumer reads the logs of the others as soon as it is open
      await Promise.all(all.map((definition) => migrate(definition, { ...platform, database: urls[definition.name] })));
      for (const definition of all)
        started.push(await openService(definition, { ...platform, database: urls[definition.name] }));
      const hosts = new Hosts([config.host, ...config.hosts, ...lookAround().names]);
      const { metricsToken } = config;
      // the example shows no other example
      const example = config.isExample ? new ExampleHere(onRemoval) : new ExampleBooks(config.data, config.environment);
      const ofForm = (asked: IncomingMessage, answer: ServerResponse): boolean => answerExample(example, asked, answer);
      const edge = new Edge(started, logger, { room: new DiskRoom(config.data), hosts, metricsToken, ofForm });
      const port = await edge.listen(config.port, config.host);
      const onFault = (error: unknown): void => logger.error({ err: error }, 'the local network is tried again');
      const network = config.lan ? await showLan({ data: config.data, port, edge, hosts, onFault }) : undefined;
      const url = `http://${config.host}:${port}`;
      const running = [server, carrier, started, edge, log, tracing, network, example, config.data] as const;
      return new Laptop(url, server.adopted, ...running);
    } catch (error) {
      await Promise.allSettled(started.map((service) => service.stop()));
      await server.stop();
      await log.close();
      throw error;
    }
  }

  /** A connection string of the operator's role in the database of `service`. */
  operatorUrl(service: ServiceName): string {
    return urlsOf(this.server, service).operator;
  }

  /** Ends in order: requests, batches, connections, PostgreSQL; within ten seconds. */
  async stop(): Promise<void> {
    const inTime = new Promise<void>((resolve) => setTimeout(resolve, STOP_MS).unref());
    await Promise.race([this.stopServices(), inTime]);
    await this.server.stop();
    await this.log.close();
    const { example } = this;
    if (example instanceof ExampleHere && example.isRemoved) await rm(this.folder, { recursive: true, force: true });
  }

  private async stopServices(): Promise<void> {
    await Promise.all([this.network?.lan.close(), this.example instanceof ExampleBooks && this.example.close()]);
    await this.edge.close();
    await Promise.all(this.services.map((service) => service.stop()));
    await this.carrier.close();
    await this.tracing?.stop();
  }
}

/** Certificates are made by libraries that a laptop without a network never loads. */
async function showLan(settings: LanSettings): Promise<OpenLan> {
  const { openLan } = await import('./lan/open-lan.js');
  return openLan(settings);
}

/** The databases of the five services, made or found as they should be. */
async function prepareDatabases(server: PostgresServer): Promise<Record<ServiceName, DatabaseUrls>> {
  const admin = server.url('postgres', 'postgres');
  await Promise.all(SERVICES.map((name) => prepareDatabase(admin, name, server.passwords(name))));
  return {
    members: urlsOf(server, 'members'),
    production: urlsOf(server, 'production'),
    inventory: urlsOf(server, 'inventory'),
    sales: urlsOf(server, 'sales'),
    'profit-sharing': urlsOf(server, 'profit-sharing'),
  };
}

function urlsOf(server: PostgresServer, name: ServiceName): DatabaseUrls {
  const [database, roles] = [databaseOf(name), rolesOf(name)];
  return eachRole((role) => server.url(database, roles[role]));
}
