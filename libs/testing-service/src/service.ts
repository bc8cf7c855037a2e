import { randomUUID } from 'node:crypto';
import { accessEnded, coopRegistered, userChanged, type ServiceName } from '@ayni/contracts';
import type { CoopId } from '@ayni/kernel';
import { connectionOptions } from '@ayni/database/connection';
import { Database } from '@ayni/database/database';
import { outbox } from '@ayni/messaging/outbox/outbox';
import { newCommandId, newCoopId } from '@ayni/database/new-id';
import type { Transaction } from '@ayni/database/transaction';
import { LocalCarrier } from '@ayni/messaging/carrier/local.carrier';
import { OutboxEntity } from '@ayni/messaging/outbox/outbox.entity';
import { Relay } from '@ayni/messaging/outbox/relay';
import { brokerTables, placeTables, spineTables } from '@ayni/messaging/spine-tables';
import type { Role } from '@ayni/http/auth/principal';
import { TOKEN_ALGORITHM, TOKEN_ISSUER } from '@ayni/http/auth/token';
import { Hosts } from '@ayni/http/door/hosts';
import { createLogger } from '@ayni/service-kit/logging/logger';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { Edge } from '@ayni/service-kit/edge';
import { startService, type RunningService } from '@ayni/service-kit/service';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose';
import pg from '@ayni/database/driver';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import { FixedClock } from '@ayni/testing/clock';
import { testDatabase, type Contents, type TestDatabase } from '@ayni/testing-systems/test-database';
import { until } from '@ayni/testing/until';
import { migrated } from './migrated.js';

const KEY_ID = 'test';
/** Far behind any day at which a test holds the clock. */
const TOKENS_END = Date.parse('2100-01-01T00:00:00Z') / 1000;

/** An event as a service wrote it to its outbox. */
export type Told = { readonly type: string; readonly aggregate: string; readonly seq: number; readonly data: unknown };

/** Who signs in, of one co-op. */
export type SignIn = {
  readonly user: string;
  readonly roles: readonly Role[];
  readonly member?: string;
  /** The version of the user; the first where left out. */
  readonly version?: number;
  /** The device that she signs in on. */
  readonly access?: string;
  /** What a program may read and write. */
  readonly scopes?: readonly string[];
};

/** What a test starts a service with. */
export type TestServiceOptions = {
  /** The instant at which its clock stands. */
  readonly now: string;
  /** The published keys of a service that makes tokens itself; else {@link TestService.signIn} makes them. */
  readonly keys?: JSONWebKeySet;
  /** A fresh database, where the service has to know its addresses before it starts. */
  readonly database?: TestDatabase;
  /** How many proxies say from where a request comes. */
  readonly proxies?: number;
};

/**
 * One service as it runs for real: its database, relay, consumer and HTTP door. The other services
 * are known to it by their events alone, which {@link hear} writes to a log that it reads.
 */
export class TestService {
  private constructor(
    readonly name: ServiceName,
    readonly clock: FixedClock,
    readonly database: TestDatabase,
    /** Sees and changes everything, as no service does. */
    readonly sql: pg.Pool,
    readonly running: RunningService,
    readonly url: string,
    private readonly signingKey: CryptoKey,
    private readonly others: { log: Database; relay: Relay },
    /** Ends what was started, last first. */
    readonly stop: () => Promise<void>,
  ) {}

  static async start(
    definition: ServiceDefinition,
    { now, keys, database: given, proxies = 0 }: TestServiceOptions,
  ): Promise<TestService> {
    const { name } = definition;
    // one log stands for those of all other services: a consumer picks its events by type
    const other: ServiceName = name === 'members' ? 'profit-sharing' : 'members';
    const clock = new FixedClock(now);
    const [database, foreign] = await Promise.all([
      given ?? testDatabase(name, migrated(definition)),
      testDatabase(other, logOf(other)),
    ]);
    const sql = new pg.Pool({ connectionString: database.url('superuser'), max: 2 });
    // a connection that the database ends while it is idle is made again
    sql.on('error', () => undefined);
    const log = await openLog(foreign);
    const urls = new Map([
      [name, database.url('relay')],
      [other, foreign.url('relay')],
    ]);
    const carrier = new LocalCarrier(urls, () => undefined);
    const relay: Relay = new Relay(
      foreign.url('relay'),
      carrier,
      (numbered) => carrier.ring(other, numbered),
      () => undefined,
    );
    relay.start();
    const { publicKey, privateKey } = await generateKeyPair(TOKEN_ALGORITHM);
    const ownKeys = { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: TOKEN_ALGORITHM, use: 'sig' }] };
    const logger = createLogger('silent');
    const running = await startService(definition, {
      database: {
        migrator: database.url('migrator'),
        runtime: database.url('runtime'),
        relay: database.url('relay'),
        operator: database.url('operator'),
      },
      carrier,
      clock,
      logger,
      keys: keys ?? ownKeys,
      // as many as any test sends at once: who waits long for a connection is sent away, and on a slow machine all is long
      connectionsMax: 24,
      proxies,
    });
    const edge = new Edge([running], logger, {
      hosts: new Hosts(['books.example']),
      metricsToken: 'of the operator',
    });
    const port = await edge.listen(0, '127.0.0.1');
    const stop = async (): Promise<void> => {
      await edge.close();
      await Promise.all([running.stop(), relay.stop()]);
      await Promise.all([carrier.close(), log.source.destroy(), sql.end()]);
      await Promise.all([database.drop(), foreign.drop()]);
    };
    const others = { log: new Database(log.source, () => clock.now(), outbox), relay };
    return new TestService(name, clock, database, sql, running, `http://127.0.0.1:${port}`, privateKey, others, stop);
  }

  /** A fresh co-op that the service has heard of; tests of one file need not share one. */
  async coop(timezone = 'America/La_Paz', currency = 'BOB'): Promise<CoopId> {
    const coop = newCoopId();
    const code = `c${coop.slice(-12)}`;
    await this.hear(coop, (tx) =>
      tx.publish(coopRegistered, `coop/${code}`, 1, { code, name: 'Test', currency, timezone }),
    );
    return coop;
  }

  /** Somebody of the co-op, signed in. */
  async signIn(coop: CoopId, { user, roles, member, version = 1, access, scopes }: SignIn): Promise<Client> {
    const claims = {
      coop,
      roles,
      ver: version,
      ...(member === undefined ? {} : { member }),
      ...(access === undefined ? {} : { sid: access }),
      ...(scopes === undefined ? {} : { scp: scopes }),
    };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid: KEY_ID })
      .setSubject(user)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_ISSUER)
      .setExpirationTime(TOKENS_END)
      .sign(this.signingKey);
    return this.client(token);
  }

  /** Whoever holds the token; nobody without one. */
  client(token?: string): Client {
    return new Client(`${this.url}/api/${this.name}/v1`, token);
  }

  /**
   * Publishes events of other services and returns when the service has applied them.
   * @throws where it parked one
   */
  async hear(coop: CoopId, publish: (tx: Transaction) => void): Promise<void> {
    const command = newCommandId();
    let count = 0;
    await this.others.log.transaction(coop, command, { lock: 'none' }, (tx) => {
      publish(tx);
      count = Object.values(tx.published()).reduce((sum, n) => sum + n, 0);
      return Promise.resolve();
    });
    this.others.relay.ring();
    const taken = await until(async (see) => {
      const { rows } = await this.sql.query<{ type: string; state: string; reason: string | null }>(
        'SELECT type, state, reason FROM inbox WHERE command_id = $1',
        [command],
      );
      return see(rows).length >= count ? rows : undefined;
    });
    const parked = taken.find(({ state }) => state === 'parked');
    if (parked) throw new Error(`${parked.type} was parked: ${parked.reason}`);
  }

  /** Has a user named, and a device of hers signed out. */
  async hearOfAccess(coop: CoopId): Promise<void> {
    const access = newCommandId();
    await this.hear(coop, (tx) => {
      tx.publish(userChanged, 'user/zoe', 1, { name: 'zoe', version: 1, roles: [], active: true });
      tx.publish(accessEnded, `access/${access}`, 1, { access, user: 'zoe' });
    });
  }

  /** What the service told the others of a co-op, in the order of its log; reports on books left out. */
  async told(coop: CoopId): Promise<Told[]> {
    const { rows } = await this.sql.query<Told>(
      `SELECT type, aggregate, seq, data FROM outbox
       WHERE coop_id = $1 AND type NOT LIKE '%.books-closed.%' AND type NOT LIKE '%.books-unfinished.%' ORDER BY id`,
      [coop],
    );
    return rows;
  }
}

/** Asks a service over HTTP. Each command has an Idempotency-Key of its own unless `headers` says otherwise. */
export class Client {
  constructor(
    private readonly base: string,
    private readonly token: string | undefined,
  ) {}

  get(path: string, headers: Record<string, string> = {}): supertest.Test {
    return supertest(this.base).get(path).set(this.headers(headers));
  }

  post(path: string, body: object, headers: Record<string, string> = {}): supertest.Test {
    return supertest(this.base)
      .post(path)
      .set(this.headers({ 'idempotency-key': randomUUID(), ...headers }))
      .send(body);
  }

  /** Brings a file as it is. */
  bring(path: string, content: Buffer, headers: Record<string, string> = {}): supertest.Test {
    return supertest(this.base)
      .post(path)
      .set(this.headers({ 'idempotency-key': randomUUID(), 'content-type': 'application/octet-stream', ...headers }))
      .send(content);
  }

  patch(path: string, body: object, version: number, headers: Record<string, string> = {}): supertest.Test {
    return supertest(this.base)
      .patch(path)
      .set(this.headers({ 'idempotency-key': randomUUID(), 'if-match': `"${version}"`, ...headers }))
      .send(body);
  }

  private headers(more: Record<string, string>): Record<string, string> {
    return { ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }), ...more };
  }
}

/** The tables of a service that only tells. */
const logOf = (service: ServiceName): Contents => ({
  key: `log of ${service}`,
  async fill(database) {
    const migrator = new pg.Client({ connectionString: database.url('migrator') });
    await migrator.connect();
    try {
      for (const text of [...spineTables(service), ...brokerTables(service), ...placeTables(service)])
        await migrator.query(text);
    } finally {
      await migrator.end();
    }
  },
});

async function openLog(database: TestDatabase): Promise<{ source: DataSource }> {
  const source = new DataSource({
    type: 'postgres',
    url: database.url('runtime'),
    entities: [OutboxEntity],
    poolSize: 2,
    extra: connectionOptions,
  });
  return { source: await source.initialize() };
}
