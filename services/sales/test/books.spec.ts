import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { saleRecorded, seasonChanging, seasonClosing } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import { until } from '@ayni/testing/until';
import { whileHeld } from '@ayni/testing/while-held';
import pg from 'pg';
import { FIRST_MINUTES, LAST_MINUTES, line, receipt, Stall } from './stall.js';

let service: TestService;
beforeAll(async () => {
  service = await Stall.start();
});
afterAll(() => service.stop());

/** Receipts on the first and last days of the season and outside it; one is taken back. */
async function fill(stall: Stall): Promise<void> {
  const rows = [
    receipt('R0', { soldAt: '2025-06-30T23:58:00-04:00' }),
    receipt('R1', { soldAt: '2025-07-01T00:02:00-04:00' }),
    receipt('R2', { soldAt: LAST_MINUTES, lines: [line(), line({ quantity: '1' })] }),
    receipt('R3', { soldAt: FIRST_MINUTES }),
    receipt('R4'),
  ];
  await stall.manager.post('/sales', { rows }).expect(201);
  await stall.manager.post('/sales/R4/reversal', { reason: 'never paid' }).expect(201);
}

test('the books of a closing season hold the receipts of its days, reversals netted', async () => {
  const stall = await Stall.open(service);
  await fill(stall);
  await stall.closeSeason();
  expect(await stall.books()).toMatchObject({
    season: '2025',
    written: { sale: { receipts: '2', lines: '3', centavos: '1750' } },
    applied: {},
    parked: 0,
    waiting: 0,
  });
});

test('what could not be applied is looked for among nothing else, however much was applied', async () => {
  const APPLIED = 5_000;
  const stall = await Stall.open(service);
  let sold = 0;
  await service.sql.query(
    `INSERT INTO inbox (coop_id, consumer, event_id, source, position, aggregate, seq, type, command_id, state)
     SELECT $1, 'sales', gen_random_uuid(), 'members', n, 'member/' || n, 1, 'any', gen_random_uuid(), 'applied'
     FROM generate_series(1, $2::int) n`,
    [stall.coop, APPLIED],
  );
  await service.sql.query('ANALYZE inbox');
  // the server counts with a delay, so more often than it was looked before
  const counted = await until(async (see) => {
    await stall.manager.post('/sales', { rows: [receipt(`N${++sold}`)] }).expect(201);
    const { rows } = await service.sql.query<{ looks: string; read: string }>(
      `SELECT i.idx_scan AS looks, t.seq_tup_read AS read
       FROM pg_stat_user_indexes i JOIN pg_stat_user_tables t USING (relid) WHERE i.indexrelname = 'inbox_unapplied'`,
    );
    const [looks, read] = [Number(see(rows[0])?.looks), Number(rows[0]?.read)];
    return looks > 5 ? { looks, read } : undefined;
  });
  expect(counted.read).toBeLessThan(APPLIED);
});

test('a sale that is under way while its season closes is waited for, and stands in the report', async () => {
  const stall = await Stall.open(service);
  const closing = { done: undefined as Promise<void> | undefined };
  const sold = await whileHeld(
    {
      begin: () => stall.manager.post('/sales', { rows: [receipt('R1')] }).then((answer) => answer),
      at: 'transaction:committing',
      type: saleRecorded.type,
    },
    async () => {
      closing.done = stall.closeSeason();
      const state = await until(async (see) => {
        const { rows } = await service.sql.query<{ waits: boolean; closed: boolean }>(
          `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS waits,
             EXISTS (SELECT FROM inbox WHERE coop_id = $1 AND type = $2) AS closed`,
          [stall.coop, seasonClosing.type],
        );
        const [now] = see(rows);
        return now && (now.waits || now.closed) ? now : undefined;
      });
      expect(state).toEqual({ waits: true, closed: false });
    },
  );
  await closing.done;
  expect(sold.status).toBe(201);
  expect((await stall.reports()).map(({ written }) => written['sale']?.['receipts'])[0]).toBe('1');
});

/** Until what comes second of two that race has come to the lock of the co-op, or has passed without it. */
async function waitsFor(hasPassed: () => Promise<boolean>): Promise<void> {
  const waits = await until(async (see) => {
    const { rows } = await service.sql.query<{ waits: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS waits`,
    );
    if (see(rows[0]?.waits)) return 'waits';
    return (await hasPassed()) ? 'passed' : undefined;
  });
  expect(waits).toBe('waits');
}

test('a sale that is under way while its season is to be withdrawn is waited for, and is named', async () => {
  const stall = await Stall.open(service);
  const asking = { done: undefined as Promise<void> | undefined };
  const sold = await whileHeld(
    {
      begin: () => stall.manager.post('/sales', { rows: [receipt('R1')] }).then((answer) => answer),
      at: 'transaction:committing',
      type: saleRecorded.type,
    },
    async () => {
      asking.done = stall.askAboutSeason();
      await waitsFor(async () => (await stall.counted()) !== undefined);
    },
  );
  await asking.done;
  expect(sold.status).toBe(201);
  expect(await until(() => stall.counted())).toMatchObject({
    season: '2025',
    asked: 2,
    days: [{ kind: 'sale', day: '2025-08-04', records: 1 }],
  });
});

test('a sale that comes while a service counts is not slipped in: it is refused until the season is open again', async () => {
  const stall = await Stall.open(service);
  const sale: { sent?: Promise<{ status: number; body: { code?: string } }> } = {};
  const sell = (code: string) => stall.manager.post('/sales', { rows: [receipt(code)] }).then((answer) => answer);
  await whileHeld({ begin: () => stall.askAboutSeason(), at: 'inbox:applied', type: seasonChanging.type }, async () => {
    sale.sent = sell('R1');
    await waitsFor(async () => (await stall.manager.get('/sales/R1')).status === 200);
  });
  const refused = await sale.sent;
  expect([refused?.status, refused?.body.code]).toEqual([503, 'season-changing']);
  expect(await until(() => stall.counted())).toMatchObject({ asked: 2, days: [] });
  await stall.changeSeason('2025-08-01');
  // the day has fallen out of the season
  expect((await sell('R1')).body).toMatchObject({ recorded: 1, noSeason: true });
  await stall.withdrawSeason();
  expect((await service.sql.query('SELECT FROM seasons WHERE coop_id = $1', [stall.coop])).rowCount).toBe(0);
});

test('two co-ops with the same numbers see nothing of each other', async () => {
  const [one, other] = [await Stall.open(service), await Stall.open(service)];
  await fill(one);
  expect((await other.manager.get('/sales').expect(200)).body.items).toEqual([]);
  expect((await other.manager.get('/totals/sales?by=market').expect(200)).body.items).toEqual([]);
  await other.manager.get('/sales/R1').expect(404);
  await other.manager.post('/sales/R1/reversal', { reason: 'x' }).expect(404);
  await other.manager.post('/sales', { rows: [receipt('R1', { lines: [line({ quantity: '9' })] })] }).expect(201);
  await one.manager.post('/markets', { rows: [{ name: 'Oruro' }] }).expect(201);
  await other.manager.post('/sales', { rows: [receipt('R2', { market: 'Oruro' })] }).expect(400);
});

test('the runtime role sees the rows of one co-op at a time and changes no fact', async () => {
  const [one, other] = [await Stall.open(service), await Stall.open(service)];
  await fill(one);
  await fill(other);
  for (const { coop, manager } of [one, other]) {
    await manager.patch('/markets/Viacha', { name: 'Feria de Viacha' }, 1).expect(200);
    const late = { kind: 'sale', row: receipt('LATE'), keptAt: '2025-01-02T10:00:00-04:00', refusal: 'season-closed' };
    const { id } = (await manager.post('/late-records', late).expect(201)).body;
    const treasurer = await service.signIn(coop, { user: 'tomasa', roles: ['treasurer'] });
    await treasurer.post(`/late-records/${id}/giving-up`, { reason: 'sold twice' }).expect(201);
    await service.hearOfAccess(coop);
  }
  const client = new pg.Client({ connectionString: service.database.url('runtime') });
  await client.connect();
  try {
    const { rows: tables } = await service.sql.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'coop_id' ORDER BY 1`,
    );
    const seen = async (): Promise<Record<string, string[]>> => {
      const found: Record<string, string[]> = {};
      for (const { name } of tables) {
        const { rows } = await client.query<{ coop_id: string }>(`SELECT DISTINCT coop_id FROM ${name}`);
        found[name] = rows.map((row) => row.coop_id);
      }
      return found;
    };
    const every = (coops: string[]): Record<string, string[]> =>
      Object.fromEntries(tables.map(({ name }) => [name, coops]));
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['markets', 'sale_lines', 'sales']));
    expect(await seen()).toEqual(every([]));
    await client.query(`SELECT set_config('app.coop', $1, false)`, [one.coop]);
    expect(await seen()).toEqual(every([one.coop]));
    for (const table of ['markets', 'sales', 'sale_lines', 'reversals', 'products', 'units', 'outbox']) {
      await expect(client.query(`UPDATE ${table} SET coop_id = coop_id`)).rejects.toThrow('permission denied');
      await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      await expect(client.query(`TRUNCATE ${table}`)).rejects.toThrow('permission denied');
    }
    await expect(client.query('UPDATE sales SET total = 0')).rejects.toThrow('permission denied');
    await expect(
      client.query(`INSERT INTO markets (coop_id, name, called) VALUES ($1, 'Oruro', 'Oruro')`, [other.coop]),
    ).rejects.toThrow('row-level security');
  } finally {
    await client.end();
  }
});
