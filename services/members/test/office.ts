import { seasonClosing, seasonOpened, type BooksReport, type DataOf } from '@ayni/contracts';
import type { CoopId } from '@ayni/kernel';
import { testDatabase } from '@ayni/testing-systems/test-database';
import { until } from '@ayni/testing/until';
import { migrated } from '@ayni/testing-service/migrated';
import { TestService, type Client } from '@ayni/testing-service/service';
import { exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import { membersService, registerCoop } from '../src/index.js';

export const NOW = '2026-03-02T12:00:00-04:00';
/** The password of who has chosen one, and the one that she was given. */
export const PASSWORD = 'a very long secret';
export const GIVEN = 'only for the first day';

const SEASON: DataOf<typeof seasonOpened> = {
  code: '2025',
  name: 'Gestión 2025',
  from: '2025-07-01',
  until: '2026-07-01',
};

/** Members as it runs, with a key of its own to sign tokens. */
export type Members = {
  readonly service: TestService;
  readonly operatorUrl: string;
  readonly keys: JSONWebKeySet;
  readonly definition: ReturnType<typeof membersService>;
};

export async function startMembers({ proxies = 0, manyProcesses = false } = {}): Promise<Members> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' }] };
  const signing = { key: await exportJWK(privateKey), keyId: 'k1' };
  const defined = (operatorUrl: string): Members['definition'] =>
    membersService({ signing, publicKeys: keys, operatorUrl, manyProcesses });
  const database = await testDatabase('members', migrated(defined('')));
  const operatorUrl = database.url('operator');
  const definition = defined(operatorUrl);
  const service = await TestService.start(definition, { now: NOW, keys, database, proxies });
  return { service, operatorUrl, keys, definition };
}

/** Another process of the same members, behind a proxy: to be stopped before the first, which removes their database. */
export function startBeside({ service, keys, definition }: Members): Promise<TestService> {
  const database = { ...service.database, drop: () => Promise.resolve() };
  return TestService.start(definition, { now: NOW, keys, database, proxies: 1 });
}

/** A co-op of its own with its first user, and two households. */
export class Office {
  /** Whom ana named. */
  private readonly others: Client[] = [];

  private constructor(
    readonly members: Members,
    readonly coop: CoopId,
    readonly code: string,
    /** President, treasurer and manager. */
    readonly ana: Client,
  ) {}

  static async of(members: Members): Promise<Office> {
    const code = `c${(made += 1)}`;
    const { coop } = await registerCoop(members.operatorUrl, {
      coop: { code, name: 'Test', currency: 'BOB', timezone: 'America/La_Paz' },
      user: { name: 'ana', password: PASSWORD },
    });
    const office = new Office(members, coop, code, await signIn(members.service, code, 'ana'));
    const rows = ['F01', 'F02'].map((household) => ({ code: household, name: 'Familia Yujra', community: 'Chacoma' }));
    await office.ana.post('/households', { rows }).expect(201);
    return office;
  }

  /** Names a user and signs her in. */
  async user(name: string, roles: readonly string[], member?: string): Promise<Client> {
    await this.ana.post('/users', { rows: [{ name, password: GIVEN, roles, member }] }).expect(201);
    await this.confirm(name);
    await this.choose(name);
    const client = await this.signIn(name);
    this.others.push(client);
    return client;
  }

  /** Has a second officer confirm what waits for a user, where something does. */
  private async confirm(name: string): Promise<void> {
    const { body } = await this.ana.get('/waiting-changes').expect(200);
    if (!body.items.some((change: { user: string }) => change.user === name)) return;
    for (const other of this.others)
      if ((await other.post(`/waiting-changes/${name}/confirmation`, {})).status === 201) return;
    throw new Error(`nobody confirms ${name}`);
  }

  /** Has a user who was named choose a password of her own. */
  async choose(name: string, current = GIVEN, password = PASSWORD): Promise<void> {
    await (await this.signIn(name, current)).post('/password', { current, password }).expect(201);
  }

  signIn(name: string, password = PASSWORD): Promise<Client> {
    return signIn(this.members.service, this.code, name, password);
  }

  async openSeason(): Promise<void> {
    await this.members.service.hear(this.coop, (tx) => tx.publish(seasonOpened, 'season/2025', 1, SEASON));
  }

  async closeSeason(): Promise<void> {
    await this.openSeason();
    await this.members.service.hear(this.coop, (tx) => tx.publish(seasonClosing, 'season/2025', 2, SEASON));
  }

  /** What the service reported last of the season that is closing, once everything is handed on. */
  books(): Promise<BooksReport> {
    return until(async (see) => {
      const { rows } = await this.members.service.sql.query<{ data: BooksReport }>(
        `SELECT data FROM outbox WHERE coop_id = $1 AND aggregate = 'books/2025' ORDER BY seq DESC LIMIT 1`,
        [this.coop],
      );
      const data = see(rows[0]?.data);
      return data?.unpublished === 0 ? data : undefined;
    });
  }

  /** What was told of one aggregate: fact and seq. */
  async told(aggregate: string): Promise<{ fact: string | undefined; seq: number; data: unknown }[]> {
    const told = await this.members.service.told(this.coop);
    return told
      .filter((event) => event.aggregate === aggregate)
      .map(({ type, seq, data }) => ({ fact: type.split('.')[2], seq, data }));
  }

  /** How many rows the co-op has in a table. */
  async count(table: 'households' | 'members' | 'users' | 'resolutions' | 'commands'): Promise<number> {
    const { rows } = await this.members.service.sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE coop_id = $1`,
      [this.coop],
    );
    return rows[0]?.n ?? 0;
  }
}

let made = 0;

async function signIn(service: TestService, coop: string, user: string, password = PASSWORD): Promise<Client> {
  const { body } = await service.client().post('/sessions', { coop, user, password }).expect(201);
  return service.client(String(body.token));
}

export const member = (number: string, more: object = {}): object => ({
  number,
  givenNames: 'Martina',
  surnames: 'Yujra Alanoca',
  sex: 'F',
  birthYear: 1993,
  household: 'F01',
  joinedOn: '2020-05-13',
  ...more,
});
