import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { SERVICES } from '@ayni/contracts';
import { Client } from '@ayni/api-client/client';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import pg from 'pg';
import { Caller, type Reply } from './caller.js';
import { NO_RUN } from './commands/profit-sharing.js';
import { knownPath, neededQuery } from './paths.js';
import { routesOf, type Route } from './routes.js';
import { passwordOf } from './people.js';
import { CLOSED, fill, hashOfPaper, setUp } from './small-coop.js';
import { startSystem, onLaptop } from './start-system.js';

/** A co-op with the ids that the system gave it. */
type Coop = Readonly<Record<'name' | 'id' | 'run' | 'check', string>> & { readonly caller: Caller };

const KANTUTA = 'kantuta';
const WIPHALA = 'wiphala';

let system: SystemProcess;
let books: SystemBooks;
let routes: Route[];
let coops: [Coop, Coop];

beforeAll(async () => {
  system = await startSystem();
  books = await SystemBooks.open(system);
  const kantuta = await setUp(system, KANTUTA);
  const made = await runProgram(
    process.execPath,
    [
      join(WORKSPACE, 'apps/ops/dist/main.js'),
      ...['coop', 'create', '--data', system.folder, '--code', WIPHALA, '--name', 'Co-op wiphala', '--user', 'first'],
    ],
    { input: `${passwordOf(WIPHALA)}\n` },
  );
  expect(made).toMatchObject({ status: 0, errors: '' });
  const wiphala = new Client(system.url, { coop: WIPHALA, user: 'first', password: passwordOf(WIPHALA) });
  const runs = await Promise.all([fill(kantuta, KANTUTA), fill(wiphala, WIPHALA)]);
  const open = async (name: string, run: string): Promise<Coop> => {
    const caller = await Caller.signIn(system.url, name, 'first', passwordOf(name));
    const statement = await caller.get(`/api/profit-sharing/v1/runs/${run}/statements/members/001`);
    const check = statement.body.field('check').text;
    return { name, run, check, caller, id: (await caller.get('/api/members/v1/coop')).body.field('id').text };
  };
  coops = [await open(KANTUTA, runs[0]), await open(WIPHALA, runs[1])];
  await books.quiet();
  routes = (await routesOf(system.url)).filter(({ method }) => method === 'GET');
});

afterAll(() => system.remove());

describe('of two co-ops in one system, each', () => {
  onLaptop('reads its own records and nothing of the other by any route, as JSON or as CSV', async () => {
    for (const [own, other] of bothWays())
      for (const route of routes)
        for (const accept of ['application/json', 'text/csv']) {
          const reply = await own.caller.get(pathOf(route, own) + neededQuery(route), { accept });
          expect({ route: route.name, status: reply.status }).toEqual({ route: route.name, status: 200 });
          expectNothingOf(other, route, reply);
        }
  });

  onLaptop('shows what its people wrote, so that the search for the other would find it', async () => {
    const silent: string[] = [];
    for (const [own] of bothWays())
      for (const route of routes) {
        const { text } = await own.caller.get(pathOf(route, own) + neededQuery(route));
        if (!text.includes(own.name)) silent.push(`${own.name} ${route.name}`);
      }
    // these show no text that a person wrote, or what was changed or shown and nothing was
    const wordless =
      /commands|doubles|keys|devices|refused-sign-ins|waiting-changes|users\/\{name\}$|assembly-rules|units\/\{|\/changes?$|\/closing$|figures$|\/runs$|\/verification$|\/papers\/|sales\/v1\/seasons$|rule-sets$|\/rules$|shown-scenarios$|trial-balance$|balance-sheet$|income-statement$|\/stream$|\/setup$|\/late-records$|\/ledger\/bank\/|\/instalments$/;
    expect(silent.filter((name) => !wordless.test(name))).toEqual([]);
  });

  onLaptop('is answered about the codes and ids of the other as about ones that nobody has', async () => {
    for (const [own, other] of bothWays())
      for (const route of routes.filter(({ path }) => path.includes('{') && !path.includes('/commands/'))) {
        const asked = await own.caller.get(pathOf(route, other, other.name));
        const unknown = await own.caller.get(pathOf(route, { ...other, run: NO_RUN }, 'nobody'));
        expect({ route: route.name, ...outline(asked) }).toEqual({ route: route.name, ...outline(unknown) });
        expect(asked.status).toBe(404);
      }
  });

  onLaptop('can narrow its lists by the codes of the other, and finds nothing', async () => {
    for (const [own, other] of bothWays())
      for (const route of routes)
        for (const { name, shape } of route.query.filter((field) => field.shape.kind === 'text')) {
          if (shape.kind !== 'text' || shape.sort !== 'code') continue;
          const code = { product: 'P', member: 'M', household: 'F', structure: 'G', season: 'R', fundedBy: 'S' }[name];
          const reply = await own.caller.get(`${pathOf(route, own)}?${name}=${code ?? 'H'}-${other.name}`);
          // what is a sum of one thing is not there
          if (reply.status === 404) continue;
          expect({ route: route.name, name, items: reply.body.field('items').value }).toEqual({
            ...{ route: route.name, name },
            items: [],
          });
        }
  });

  test('reads events of its own only, in the feed of every service', async () => {
    for (const [own, other] of bothWays())
      for (const service of SERVICES) {
        const { text, body } = await own.caller.get(`/api/${service}/v1/events?limit=999`);
        expect(body.field('events').list.length).toBeGreaterThan(0);
        expect(text).not.toContain(other.name);
        expect(text).not.toContain(other.id);
      }
  });

  test('has the same figures as the other, though both wrote under the same codes', async () => {
    const figures = await Promise.all(
      coops.map(({ caller }) => caller.get(`/api/profit-sharing/v1/seasons/${CLOSED}/figures`)),
    );
    expect(figures[0]?.body.field('receipts').number).toBeGreaterThan(0);
    expect(figures[0]?.text).toBe(figures[1]?.text);
  });
});

describe('in the database, the role that a service works as', () => {
  onLaptop('sees only the rows of the co-op that it has entered, and no row before it has', async () => {
    for (const { service, table, runtime } of await tablesOfCoops()) {
      const of = async (coop: string): Promise<number> => {
        const counted = await runtime.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM ${pg.escapeIdentifier(table)} WHERE coop_id = $1`,
          [coop],
        );
        return counted.rows[0]?.n ?? -1;
      };
      const all = await books.rows<{ coop: string; n: number }>(
        service,
        `SELECT coop_id AS coop, count(*)::int AS n FROM ${pg.escapeIdentifier(table)} GROUP BY coop_id`,
      );
      for (const [own, other] of bothWays()) {
        await enter(runtime, own.id);
        expect([service, table, await of(other.id)]).toEqual([service, table, 0]);
        // no right to read at all is as good
        expect([service, table, await of(own.id)]).toEqual([
          service,
          table,
          all.find(({ coop }) => coop === own.id)?.n ?? 0,
        ]);
        await enter(runtime, '');
        expect([service, table, await of(own.id)]).toEqual([service, table, 0]);
      }
    }
  });

  onLaptop('cannot write a row for another co-op, nor for any before it has entered one', async () => {
    for (const { service, table, runtime } of await tablesOfCoops()) {
      const insertFor = async (coop: string): Promise<string> => {
        const columns = await writable(service, table);
        const { rows } = await runtime.query<{ row: string }>(
          `SELECT row_to_json(t)::text AS row FROM ${pg.escapeIdentifier(table)} t LIMIT 1`,
        );
        const sample = { ...JSON.parse(rows[0]?.row ?? '{}'), coop_id: coop };
        return runtime
          .query(
            `INSERT INTO ${pg.escapeIdentifier(table)} (${columns})
             SELECT ${columns} FROM json_populate_record(NULL::${pg.escapeIdentifier(table)}, $1)`,
            [JSON.stringify(sample)],
          )
          .then(
            () => 'written',
            (error: unknown) => (error instanceof Error ? error.message : String(error)),
          );
      };
      const refused = expect.stringMatching(/row-level security|permission denied/);
      for (const [own, other] of bothWays()) {
        await enter(runtime, own.id);
        expect([service, table, await insertFor(other.id)]).toEqual([service, table, refused]);
        await enter(runtime, '');
        expect([service, table, await insertFor(own.id)]).toEqual([service, table, refused]);
      }
    }
  });

  onLaptop('cannot move a row to another co-op, nor change or remove what is written once', async () => {
    const once = ['reversals', 'work_confirmations', 'movements', 'sale_lines', 'ledger_entries', 'ledger_lines'];
    const [{ id }, { id: other }] = coops;
    for (const { service, table, runtime } of await tablesOfCoops()) {
      await enter(runtime, id);
      const name = pg.escapeIdentifier(table);
      await expect(runtime.query(`UPDATE ${name} SET coop_id = $1`, [other])).rejects.toThrow(/denied|row-level/);
      const columns = (await writable(service, table)).split(', ');
      const isFact = ['code', 'day', 'digest', 'recorded_by'].every((column) => columns.includes(column));
      if (!isFact && !once.includes(table)) continue;
      await expect(runtime.query(`DELETE FROM ${name}`)).rejects.toThrow('denied');
      for (const column of columns)
        await expect(runtime.query(`UPDATE ${name} SET ${column} = ${column}`)).rejects.toThrow('denied');
    }
  });

  onLaptop('owns nothing, is no superuser, and cannot pass by the policies that each table of co-ops has', async () => {
    for (const service of SERVICES) {
      const tables = (await books.tables(service)).filter(({ byCoop }) => byCoop);
      expect(tables.length).toBeGreaterThan(5);
      expect(tables.filter(({ guarded, forced }) => !guarded || !forced)).toEqual([]);
      const role = `${service.replaceAll('-', '_')}_runtime`;
      const [rights] = await books.rows(
        service,
        `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
           (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned,
           (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships,
           has_schema_privilege(r.oid, 'public', 'CREATE') AS creates
         FROM pg_roles r WHERE rolname = '${role}'`,
      );
      expect({ role, ...rights }).toEqual({
        ...{ role, rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
        ...{ owned: 0, memberships: 0, creates: false },
      });
      // a view that runs as who made it goes past the policies
      const views = await books.rows(
        service,
        `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
           AND NOT COALESCE(reloptions, '{}') @> '{security_invoker=true}'`,
      );
      expect(views).toEqual([]);
    }
  });

  onLaptop('cannot reach the database of another service', async () => {
    for (const service of SERVICES) {
      const runtime = await system.sql(service, 'runtime');
      for (const other of SERVICES.filter((name) => name !== service)) {
        const database = `ayni_${other.replaceAll('-', '_')}`;
        const { rows } = await runtime.query<{ may: boolean }>(
          `SELECT has_database_privilege(current_user, $1, 'CONNECT') AS may`,
          [database],
        );
        expect([service, database, rows[0]?.may]).toEqual([service, database, false]);
      }
    }
  });
});

const bothWays = (): [Coop, Coop][] => [
  [coops[0], coops[1]],
  [coops[1], coops[0]],
];

/** What the codes begin with that end with the name of their co-op. */
const OWN_CODES: Readonly<Record<string, string>> = {
  assemblies: 'A',
  ...{ members: 'M', households: 'F', users: 'buyer', structures: 'G', products: 'P', sales: 'R-1', lots: 'H-1' },
};

/** A route's path with codes that every co-op has, or with ones that only the co-op of `suffix` has. */
function pathOf({ path }: Route, { name, run, check }: Coop, suffix?: string): string {
  if (suffix === undefined) {
    const own = path
      .replace('/lots/{code}', `/lots/D-1-${name}`)
      .replace('{hash}', hashOfPaper(name))
      .replace('/markets/{code}', `/markets/Market%20${name}`)
      .replace('/checks/{coop}/{code}', `/checks/${name}/${check}`);
    return knownPath(own, run);
  }
  return path
    .replace('{id}', run)
    .replace('{hash}', hashOfPaper(suffix))
    .replace('{product}/{unit}/{validFrom}', `P-${suffix}/kg/2024-01-01`)
    .replace(/\/([a-z]+)\/\{(?:code|number|receipt|name)\}/g, (whole, things: string) => {
      const prefix = OWN_CODES[things] ?? whole;
      return whole.replace(/\{.*/, `${prefix}-${suffix}`);
    });
}

function expectNothingOf(other: Coop, route: Route, { text, headers }: Reply): void {
  const told = `${text}\n${JSON.stringify([...headers])}`;
  for (const mark of [other.name, other.id, other.run])
    expect({ route: route.name, mark, told: told.includes(mark) }).toEqual({ route: route.name, mark, told: false });
}

/** What a refusal tells, without the words that the question itself contains. */
const outline = ({ status, body }: Reply): object => ({
  status,
  code: body.field('code').value,
  pointer: body.field('pointer').value,
});

type Table = { readonly service: (typeof SERVICES)[number]; readonly table: string; readonly runtime: pg.Client };

async function tablesOfCoops(): Promise<Table[]> {
  const found: Table[] = [];
  for (const service of SERVICES) {
    const runtime = await system.sql(service, 'runtime');
    for (const { table, byCoop } of await books.tables(service)) if (byCoop) found.push({ service, table, runtime });
  }
  return found;
}

const enter = (runtime: pg.Client, coop: string): Promise<unknown> =>
  runtime.query(`SELECT set_config('app.coop', $1, false)`, [coop]);

/** The columns that a statement may name in an INSERT, as SQL. */
async function writable(service: (typeof SERVICES)[number], table: string): Promise<string> {
  const columns = await books.rows<{ name: string }>(
    service,
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = '${table}'::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' AND attgenerated = ''`,
  );
  return columns.map(({ name }) => name).join(', ');
}
