import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FACTS, SERVICES } from '@ayni/contracts';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import pg from 'pg';
import { fill, setUp } from './small-coop.js';
import { startSystem } from './start-system.js';

const COOP = 'kantuta';
/** A day of the season that is closed, and one of the season that is open. */
const SHUT = '2025-03-11';
const OPEN = '2025-08-11';
/** What the door raises. */
const SHUT_SEASON = 'AY002';

let system: SystemProcess;
/** The tables of dated facts that commands write, as the databases' own catalogues know them. */
const tables: { readonly table: string; readonly columns: readonly string[]; readonly runtime: pg.Client }[] = [];

beforeAll(async () => {
  system = await startSystem();
  await fill(await setUp(system, COOP), COOP);
  for (const service of SERVICES) {
    const runtime = await system.sql(service, 'runtime');
    const owner = await system.sql(service, 'superuser');
    const { rows: coops } = await owner.query<{ coop_id: string }>('SELECT coop_id FROM coops');
    await runtime.query(`SELECT set_config('app.coop', $1, false)`, [coops[0]?.coop_id]);
    const { rows } = await runtime.query<{ table: string; columns: string[] }>(
      `SELECT table_name AS table, array_agg(column_name::text ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_schema = 'public' AND is_generated = 'NEVER' GROUP BY table_name
       HAVING array_agg(column_name::text) @> ARRAY['coop_id', 'code', 'day', 'digest', 'recorded_by']`,
    );
    tables.push(...rows.map((row) => ({ ...row, runtime })));
    for (const row of rows) await dateOneBack(owner, row);
  }
});

afterAll(() => system.remove());

/** Puts a copy of some fact of a table down, dated on the day that is asked for. */
function copyOf({ table, columns }: Pick<(typeof tables)[number], 'table' | 'columns'>, code = 'copy'): string {
  const other = new Map([
    ['code', `'${code}'`],
    ['day', '$1::date'],
    // a household is paid once by each try of a payout
    ['attempt', `(SELECT max(attempt) + 1 FROM ${table})`],
  ]);
  const named = columns.map((column) => `"${column}"`);
  const copied = columns.map((column) => other.get(column) ?? `"${column}"`);
  return `INSERT INTO ${table} (${named.join(', ')}) SELECT ${copied.join(', ')} FROM ${table} LIMIT 1`;
}

/** Dates a copy in the season that is closed where a kind has no fact there, such as what is dated on its own day alone. */
async function dateOneBack(owner: pg.Client, one: Pick<(typeof tables)[number], 'table' | 'columns'>): Promise<void> {
  const { rows } = await owner.query(`SELECT FROM ${one.table} WHERE day < '2025-07-01' LIMIT 1`);
  if (rows.length > 0) return;
  await owner.query(`SET session_replication_role = replica`);
  await owner.query(copyOf(one, 'shut'), [SHUT]);
  // all that lapsed was taken back: one is left to stand
  if (one.table === 'lapses') await owner.query(copyOf(one, 'stands'), [OPEN]);
  await owner.query(`SET session_replication_role = origin`);
}

/** Does a statement of which nothing stays. @returns what the database raised, or `taken` */
async function tried(runtime: pg.Client, sql: string, values: readonly unknown[]): Promise<string> {
  await runtime.query('BEGIN');
  try {
    const { rowCount } = await runtime.query(sql, [...values]);
    return rowCount === 1 ? 'taken' : `${rowCount} rows`;
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '') : String(error);
  } finally {
    await runtime.query('ROLLBACK');
  }
}

describe('without anybody asking whether its season is open', () => {
  test('every kind of dated fact has a table that is found here', () => {
    expect(tables.length).toBe(Object.keys(FACTS).filter((kind) => !['register', 'care-total'].includes(kind)).length);
  });

  test('a fact of a closed season is refused by its table, and one of an open season is taken', async () => {
    for (const one of tables) {
      const { table, runtime } = one;
      const copy = copyOf(one);
      expect({
        table,
        shut: await tried(runtime, copy, [SHUT]),
        open: await tried(runtime, copy, [OPEN]),
      }).toEqual({ table, shut: SHUT_SEASON, open: 'taken' });
    }
  });

  test('a fact of a season about which all services are asked is refused by its table', async () => {
    for (const one of tables) {
      const { table, runtime } = one;
      const copy = copyOf(one);
      await runtime.query(`UPDATE seasons SET state = 'changing' WHERE state = 'open'`);
      const said = await tried(runtime, copy, [OPEN]);
      await runtime.query(`UPDATE seasons SET state = 'open' WHERE state = 'changing'`);
      expect({ table, said }).toEqual({ table, said: SHUT_SEASON });
    }
  });

  test('taking back a fact of a closed season is refused, and one of an open season is taken back', async () => {
    for (const { table, runtime } of tables) {
      const { rows } = await runtime.query<{ code: string; kind: string; shut: boolean }>(
        `SELECT f.code, r.kind, f.day < '2025-07-01' AS shut FROM ${table} f,
           (SELECT kind FROM reversals JOIN ${table} USING (coop_id, code) LIMIT 1) r
         WHERE NOT EXISTS (SELECT FROM reversals x WHERE x.code = f.code AND x.kind = r.kind)`,
      );
      const reverse = `INSERT INTO reversals (coop_id, kind, code, reason, reversed_by, reversed_at)
        SELECT coop_id, $2, code, 'none', 'nobody', now() FROM ${table} WHERE code = $1`;
      const outcomes = await Promise.all(
        [true, false].map(async (shut) => {
          const fact = rows.find((row) => row.shut === shut);
          return fact ? () => tried(runtime, reverse, [fact.code, fact.kind]) : undefined;
        }),
      );
      const said: (string | undefined)[] = [];
      for (const outcome of outcomes) said.push(await outcome?.());
      expect({ table, said }).toEqual({ table, said: [SHUT_SEASON, 'taken'] });
    }
  });
});
