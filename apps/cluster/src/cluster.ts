import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { Explained, type Translated } from '@ayni/kernel';
import { startKafka, type KafkaServer } from '@ayni/kafka-server/start';
import { Hosts } from '@ayni/http/door/hosts';
import { DiskRoom } from '@ayni/http/door/disk-room';
import { prepareDatabase } from '@ayni/database/prepare-database';
import { makeFolder } from '@ayni/postgres-server/system-user';
import { makeHome, startPostgres, type PostgresServer } from '@ayni/postgres-server/start';
import { claim } from '@ayni/processes/claim';
import { isExampleFolder } from '@ayni/processes/data-folder';
import { assertPortFree } from '@ayni/processes/port';
import { RUN } from '@ayni/processes/run-notes';
import { Secrets, SECRETS } from '@ayni/secrets/secrets';
import type { ClusterConfig } from './config.js';
import { endOrphans } from './end-orphans.js';
import { Front } from './front.js';
import { ServiceProcess } from './service-process.js';
import type { Say } from './translations.js';

/** What is left open when all services have gone is nobody's answer. */
const DROP_MS = 500;

/** A system that runs. */
export type Ready = {
  readonly url: string;
  /** The one-time set-up code, while no co-op was made yet. */
  readonly setupCode: string | null;
  readonly brokers: string;
  readonly services: readonly ServiceProcess[];
};

/**
 * The whole product as separate processes, from one command and in one folder:
 * - `postgres/`: the databases, on a PostgreSQL of our own, or on the one of DATABASE_URL;
 * - `kafka/`: the topics, on a broker of our own, or on the one of KAFKA_BROKERS;
 * - `secrets/`: the key that members signs with, the keys that all verify with, the passwords of the databases;
 * - `logs/`: what each service writes;
 * - `run/`: who runs: a second instance is refused by it, and what a killed one left is ended.
 * Each service is started again when it ends. The front is the one address that people and programs use.
 */
export class Cluster {
  private release: (() => Promise<void>) | undefined;
  private postgres: PostgresServer | undefined;
  private kafka: KafkaServer | undefined;
  private front: Front | undefined;
  private readonly services = new Map<ServiceName, ServiceProcess>();
  private starting: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly config: ClusterConfig,
    private readonly say: Say,
    private readonly onNotice: (text: string) => void,
  ) {}

  /** @throws FolderInUse
   * @throws Error in a sentence; {@link stop} ends what was begun */
  start(): Promise<Ready> {
    const started = this.open();
    this.starting = started.catch(() => undefined);
    return started;
  }

  /** Ends in order: requests, services, Kafka and PostgreSQL; also while it starts. */
  async stop(): Promise<void> {
    this.stopped = true;
    const answered = this.front?.close();
    await this.stopServices();
    await this.starting;
    await this.stopServices();
    await Promise.race([answered, pause(DROP_MS)]);
    this.front?.drop();
    await Promise.all([this.kafka?.stop(), this.postgres?.stop()]);
    await this.release?.();
  }

  /** Ends as fast as it goes; what was answered is in the databases. */
  async force(): Promise<void> {
    this.stopped = true;
    this.front?.drop();
    await Promise.allSettled([...[...this.services.values()].map((service) => service.kill9()), this.kafka?.kill9()]);
    await this.postgres?.stop();
    await this.release?.();
  }

  private async open(): Promise<Ready> {
    const { config, onNotice, say } = this;
    const [run, logs] = [join(config.data, RUN), join(config.data, 'logs')];
    await assertPortFree(config.port, config.host);
    if (config.databaseUrl === undefined) await makeHome(config.data, this.onServer);
    else await makeFolder(config.data);
    // books that are there may be in use by another form: that has to show before anything of ours is put beside them
    if (await isDatabase(join(config.data, 'postgres'))) await this.startPostgres();
    for (const folder of [run, logs]) await mkdir(folder, { recursive: true });
    this.release = await claim(run, 'cluster');
    const [secrets] = await all([
      Secrets.open(join(config.data, SECRETS)),
      endOrphans(run, (name, pid) => onNotice(say('orphan', { name, pid: String(pid) }))),
      this.startPostgres(),
      this.startKafka(),
    ]);
    const databaseUrl = await this.prepareDatabases(secrets);
    const brokers = this.kafka?.brokers ?? config.kafka.KAFKA_BROKERS ?? '';
    for (const name of SERVICES) {
      const settings = {
        ...config.kafka,
        DATABASE_URL: databaseUrl,
        DATABASE_PASSWORDS_FILE: secrets.passwordsFile(name),
        KAFKA_BROKERS: brokers,
        AYNI_PUBLIC_KEYS_FILE: secrets.publicKeysFile,
        ...(name === 'members' ? { AYNI_SIGNING_KEY_FILE: secrets.signingKeyFile } : {}),
        ...(isExampleFolder(config.data) ? { AYNI_EXAMPLE: 'yes' } : {}),
        // ours is one of them
        AYNI_PROXIES: String(config.proxies + 1),
        AYNI_READY: 'json',
        AYNI_PARENT: 'pipe',
      };
      const places = { logs, run };
      this.services.set(
        name,
        new ServiceProcess({ name, settings, inherited: config.environment, ...places, say, onNotice }),
      );
    }
    if (this.stopped) throw new Explained({ es: 'Se detuvo mientras se iniciaba.', en: 'Stopped while it started.' });
    await all([...this.services.values()].map((service) => service.start()));
    this.front = new Front((name) => this.services.get(name)?.url, {
      ...(this.postgres ? { room: new DiskRoom(config.data) } : {}),
      hosts: new Hosts([config.host, ...config.hosts]),
      metricsToken: config.metricsToken,
    });
    const url = `http://${config.host}:${await this.front.listen(config.port, config.host)}`;
    const setupCode = this.services.get('members')?.setupCode ?? null;
    return { url, setupCode, brokers, services: [...this.services.values()] };
  }

  /** What the servers that are ours tell, in the language of who started them. */
  private readonly onServer = (notice: Translated): void => this.onNotice(notice[this.config.language]);

  private async startPostgres(): Promise<void> {
    const { config } = this;
    if (config.databaseUrl === undefined)
      this.postgres ??= await startPostgres({ folder: config.data, durable: true, onNotice: this.onServer });
  }

  private async startKafka(): Promise<void> {
    const { config } = this;
    if (config.kafka.KAFKA_BROKERS === undefined)
      this.kafka = await startKafka({ folder: config.data, onNotice: this.onServer });
  }

  /** The databases and roles of the five services, made or found as they should be; gives the server's plain address. */
  private async prepareDatabases(secrets: Secrets): Promise<string> {
    const admin = new URL(this.postgres?.url('postgres', 'postgres') ?? this.config.databaseUrl ?? '');
    if (admin.pathname.length <= 1) admin.pathname = '/postgres';
    await all(
      SERVICES.map(async (name) =>
        prepareDatabase(admin.href, name, await secrets.openPasswords(name, this.postgres?.passwords(name))),
      ),
    );
    return `postgres://${admin.host}${admin.search}`;
  }

  private async stopServices(): Promise<void> {
    await Promise.all([...this.services.values()].map((service) => service.stop()));
  }
}

const isDatabase = (folder: string): Promise<boolean> =>
  access(folder).then(
    () => true,
    () => false,
  );

/** All of them to their ends, so that what one of them opened is known when another failed. */
async function all<Work extends readonly unknown[]>(
  work: readonly [...Work],
): Promise<{ -readonly [I in keyof Work]: Awaited<Work[I]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
