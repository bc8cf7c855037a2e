import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, rm, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { databaseOf, rolesOf } from '@ayni/database/roles';
import { removePostgres } from '@ayni/postgres-server/remove';
import { startPostgres, type PostgresServer } from '@ayni/postgres-server/start';
import { openPrivateKey } from '@ayni/secrets/keys';
import { Secrets, SECRETS, SIGNING_KEY } from '@ayni/secrets/secrets';
import { migrate } from '@ayni/service-kit/service';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import pg from 'pg';
import { definitionsAlone } from '../src/definitions-alone.js';
import { checkArchive } from '../src/archive/read-archive.js';
import { openSystem, type System } from '../src/open-system.js';
import { migrationsIn, type Migrations } from '../src/restore/migrations.js';
import { ownTarget } from '../src/restore/target.js';

const never = new AbortController().signal;
const OPS = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const NAMES = SERVICES.map((service) => databaseOf(service));

/** Folders, and backups beside them. */
const places: string[] = [];
let server: PostgresServer;
let admin: pg.Client;
let laptop: string;
let file: string;

beforeAll(async () => {
  const folder = place();
  server = await startPostgres({ folder, durable: false, onNotice: () => undefined });
  admin = new pg.Client({ connectionString: server.url('postgres', 'postgres') });
  await admin.connect();
  laptop = place();
  await makeBooks(laptop, () => true);
  await makeCoop(laptop);
  file = await backup(laptop);
});

afterAll(async () => {
  await admin.end();
  await server.stop();
  for (const path of places) await (path.endsWith('.backup') ? rm(path, { force: true }) : removePostgres(path));
});

function place(): string {
  const path = testFolder();
  places.push(path);
  return path;
}

/** Empty books as a laptop keeps them, by those of the migrations that are `known`. */
async function makeBooks(folder: string, known: (place: number) => boolean): Promise<void> {
  const target = await ownTarget(folder);
  for (const { name, migrations } of await definitionsAlone()) {
    const { migrator } = await target.make(name);
    await migrate({ name, migrations: migrations.filter((_, index) => known(index)) }, { database: { migrator } });
  }
  await target.name();
  await target.close();
  await openPrivateKey(join(folder, SIGNING_KEY));
}

async function makeCoop(folder: string): Promise<void> {
  const made = await ops(['coop', 'create', '--data', folder, '--code', 'wiphala', '--name', 'W', '--user', 'martina']);
  expect(made).toMatchObject({ status: 0, errors: '' });
}

function start(args: readonly string[], databaseUrl?: string, language = 'en'): ChildProcess {
  const { DATABASE_URL: _unused, ...environment } = process.env;
  const given = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  return spawn(process.execPath, [OPS, ...args], { env: { ...environment, ...given, AYNI_LANG: language } });
}

async function ops(
  args: readonly string[],
  databaseUrl?: string,
  language = 'en',
): Promise<{ status: number | null; output: string; errors: string }> {
  const child = start(args, databaseUrl, language);
  const [output, errors]: [string[], string[]] = [[], []];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  child.stdin?.end('a password of hers\n');
  await once(child, 'close');
  return { status: child.exitCode, output: output.join(''), errors: errors.join('') };
}

async function backup(folder: string, databaseUrl?: string): Promise<string> {
  const to = `${place()}.backup`;
  places.push(to);
  expect(await ops(['backup', to, '--data', folder], databaseUrl)).toMatchObject({ status: 0, errors: '' });
  return to;
}

const serverUrl = (): string => server.url('postgres', 'postgres');

/** The databases and roles of Ayni that the server has. */
async function onServer(): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT datname::text AS name FROM pg_database WHERE datname LIKE 'ayni%'
     UNION ALL SELECT rolname::text FROM pg_roles WHERE rolname ~ '_(migrator|runtime|relay|operator)$' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function rowsOf<Row extends pg.QueryResultRow>(
  system: System,
  service: ServiceName,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: system.url(service, 'superuser') });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('on a server that is there already', () => {
  test('a restore that is interrupted leaves nothing, and one that is killed leaves no system', async () => {
    const to = place();
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const child = start(['restore', file, '--data', to], serverUrl());
      const closed = once(child, 'close');
      await until(async (see) => see(await onServer()).includes('ayni_inventory_restoring'));
      child.kill(signal);
      await closed;
      const left = await onServer();
      expect(left.filter((name) => NAMES.includes(name))).toEqual([]);
      if (signal === 'SIGINT') expect(left).toEqual([]);
      expect(await readdir(dirname(to))).not.toContain(basename(to));
    }
  });

  test('a laptop’s books become a system of processes: its roles have passwords of their own, and all events are sent again', async () => {
    const to = place();
    expect(await ops(['restore', file, '--data', to], serverUrl())).toMatchObject({ status: 0, errors: '' });
    expect((await onServer()).filter((name) => name.startsWith('ayni'))).toEqual([...NAMES].sort());
    const system = await openSystem({ data: to }, { databaseUrl: serverUrl() });
    for (const service of SERVICES)
      for (const role of ['migrator', 'runtime', 'relay', 'operator'] as const) {
        const client = new pg.Client({ connectionString: system.url(service, role) });
        await client.connect();
        const { rows } = await client.query<{ name: string }>('SELECT current_user AS name');
        expect(rows).toEqual([{ name: rolesOf(service)[role] }]);
        await client.end();
      }
    expect(await rowsOf(system, 'members', 'SELECT code FROM coops')).toEqual([{ code: 'wiphala' }]);
    expect(await rowsOf(system, 'members', 'SELECT sent::int FROM relay_mark')).toEqual([{ sent: 0 }]);
    const key = (folder: string): Promise<string> => readFile(join(folder, 'signing-key.json'), 'utf8');
    expect(await key(join(to, 'secrets'))).toBe(await key(laptop));

    const again = await ops(['restore', file, '--data', place()], serverUrl());
    expect([again.status, again.errors]).toEqual([1, expect.stringContaining('ayni_members')]);
    const of = await checkArchive(await backup(to, serverUrl()), never);
    expect([of.form, of.keys.map(({ name }) => name)]).toEqual(['cluster', ['secrets/signing-key.json']]);
  });

  test('prepare gives the roles the passwords of the folder, and says how many databases are ready', async () => {
    const to = place();
    const secrets = await Secrets.open(join(to, SECRETS));
    const early = await ops(['prepare', '--data', to], serverUrl());
    expect(early).toEqual({ status: 1, output: '', errors: `${secrets.passwordsFile('members')} does not exist.\n` });
    for (const service of SERVICES) await secrets.openPasswords(service);
    for (const [language, output] of [
      ['en', '5 databases are ready.\n'],
      ['es', '5 bases de datos están listas.\n'],
    ] as const)
      expect(await ops(['prepare', '--data', to], serverUrl(), language)).toEqual({ status: 0, output, errors: '' });
    const system = await openSystem({ data: to }, { databaseUrl: serverUrl() });
    const client = new pg.Client({ connectionString: system.url('sales', 'runtime') });
    await client.connect();
    await client.end();
    await system.close();
  });

  test('a wrong password and a server that is away are told in a sentence, and no file is left', async () => {
    const to = `${place()}.backup`;
    const [wrong, away] = [new URL(serverUrl()), new URL(serverUrl())];
    wrong.password = 'wrong';
    away.port = '1';
    for (const [url, sentence] of [
      [wrong.href, /does not accept the password/],
      [away.href, /cannot be reached/],
    ] as const) {
      const { status, errors } = await ops(['backup', to, '--data', place()], url);
      expect([status, errors.trim().split('\n')]).toEqual([1, [expect.stringMatching(sentence)]]);
    }
    expect((await readdir(dirname(to))).filter((name) => name.startsWith(basename(to)))).toEqual([]);
  });
});

test('numbers go on after the highest one that was restored', async () => {
  const to = place();
  expect(await ops(['restore', file, '--data', to])).toMatchObject({ status: 0, errors: '' });
  const second = ['coop', 'create', '--data', to, '--code', 'kantuta', '--name', 'K', '--user', 'eva'];
  expect(await ops(second)).toMatchObject({ status: 0, errors: '' });
  const system = await openSystem({ data: to }, { databaseUrl: undefined });
  const ids = await rowsOf<{ id: number }>(system, 'members', 'SELECT id::int FROM outbox ORDER BY id');
  await system.close();
  // of each co-op that it was registered, and who its first user is
  expect(ids.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
});

test('a backup of an older version is restored as it was, for the first start to bring it up to date', async () => {
  const old = place();
  await makeBooks(old, (index) => index === 0);
  const to = place();
  const newest = async (): Promise<Migrations> => migrationsIn(await checkArchive(file, never), file);
  expect(await ops(['restore', await backup(old), '--data', to])).toMatchObject({ status: 0, errors: '' });
  const system = await openSystem({ data: to }, { databaseUrl: undefined });
  for (const service of SERVICES) {
    const run = await rowsOf<{ name: string }>(system, service, 'SELECT name FROM migrations');
    expect([service, run.length]).toEqual([service, 1]);
    const later = { name: service, migrations: (await newest()).get(service) ?? [] };
    await migrate(later, { database: { migrator: system.url(service, 'migrator') } });
    expect((await rowsOf(system, service, 'SELECT name FROM migrations')).length).toBeGreaterThan(1);
  }
  await system.close();
});

test('a backup of a newer version is refused', async () => {
  const manifest = await checkArchive(file, never);
  const services = manifest.services.map((service) => ({
    ...service,
    migrations: [...service.migrations, 'OfNextYear1827000000000'],
  }));
  await expect(migrationsIn({ ...manifest, services, version: '9.0.0' }, file)).rejects.toMatchObject({
    ...{ sentence: 'newer', text: { es: expect.stringContaining('9.0.0'), en: expect.stringContaining('9.0.0') } },
  });
});

test.each([
  [
    'es',
    /^Las sesiones nuevas se firman con la llave \S+; las abiertas siguen\. En once minutos: keys retire\.\n$/,
    '1 llaves anteriores ya no valen; cada servicio lo nota en un minuto.\n',
    'Todavía valen sesiones firmadas con la llave anterior: intente de nuevo en 11 minutos.',
  ],
  [
    'en',
    /^New sessions are signed with the key \S+; open ones go on\. In eleven minutes: keys retire\.\n$/,
    '1 earlier keys hold no longer; every service notices within a minute.\n',
    'Sessions signed with the earlier key still hold: try again in 11 minutes.',
  ],
])(
  'keys says in %s by which one is signed, and how many hold no longer',
  async (language, rotated, retired, tooSoon) => {
    const folder = place();
    const secrets = await Secrets.open(join(folder, SECRETS));
    const keys = (what: string): ReturnType<typeof ops> => ops(['keys', what, '--data', folder], undefined, language);
    const made = await keys('rotate');
    expect(made).toEqual({ status: 0, output: expect.stringMatching(rotated), errors: '' });
    const { kid } = JSON.parse(await readFile(secrets.signingKeyFile, 'utf8')) as { kid: string };
    expect(made.output).toContain(kid);
    expect(await keys('retire')).toEqual({ status: 1, output: '', errors: `${tooSoon}\n` });
    const elevenMinutesAgo = new Date(Date.now() - 11 * 60_000);
    await utimes(secrets.signingKeyFile, elevenMinutesAgo, elevenMinutesAgo);
    expect(await keys('retire')).toEqual({ status: 0, output: retired, errors: '' });
  },
);
