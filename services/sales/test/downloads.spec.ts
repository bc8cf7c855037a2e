import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { until } from '@ayni/testing/until';
import type { TestService } from '@ayni/testing-service/service';
import { parse } from 'csv-parse/sync';
import { line, receipt, Stall } from './stall.js';

/** So many, so long, that no socket holds all of a download that nobody reads on. */
const RECEIPTS = 12_000;
const LONG = 2_000;
/** As many as the service sends at once, with the connections that a test gives it. */
const AT_ONCE = 12;

let service: TestService;
let stall: Stall;

beforeAll(async () => {
  service = await Stall.start();
  stall = await Stall.open(service);
  await service.sql.query(
    `INSERT INTO sales (coop_id, code, day, digest, recorded_by, recorded_at, sold_at, market, payment, currency, total, lines)
     SELECT $1, 'R' || (100000 + i), '2025-08-04', 'd' || i, repeat('a', $2), now(), '2025-08-04T16:00:00Z', 'Viacha', 'cash', 'BOB', 750, 1
     FROM generate_series(1, $3) AS i`,
    [stall.coop, LONG, RECEIPTS],
  );
  await service.sql.query(
    `INSERT INTO sale_lines (coop_id, receipt, line, product, quantity, unit, stock_unit, stock_quantity, unit_price, amount)
     SELECT coop_id, code, 1, 'LETTUCE', '3', 'piece', 'piece', 3, 250, 750 FROM sales WHERE coop_id = $1`,
    [stall.coop],
  );
});

afterAll(() => service.stop());

/** A download of all receipts of which nobody reads more than its beginning, yet. */
async function begun(query = 'format=csv&headers=names'): Promise<IncomingMessage> {
  const asked = stall.manager.get(`/sales?${query}`);
  const { authorization } = Object(Reflect.get(asked, 'header'));
  const request = get(asked.url, { headers: { authorization }, agent: false });
  const [response] = await once(request, 'response');
  await once(response, 'readable');
  return response;
}

const DOWNLOADING = `datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid() AND query LIKE 'SELECT %sale_lines p%'`;

/** How many transactions stand open in the service's database in which receipts are read with their lines. */
async function held(): Promise<number> {
  const { rows } = await service.sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE ${DOWNLOADING}`,
  );
  return rows[0]?.n ?? -1;
}

describe('a download', () => {
  test('is of one moment: what is written and taken back while it is sent is not in it', async () => {
    const download = await begun();
    const lines = [line(), line({ product: 'QUINOA', quantity: '1', unit: 'kg' })];
    const late = ['2025-08-03', '2025-08-05'].map((day) =>
      receipt(`L${day}`, { soldAt: `${day}T10:00:00-04:00`, lines }),
    );
    await stall.manager.post('/sales', { rows: late }).expect(201);
    await stall.manager.post(`/sales/R${100_000 + RECEIPTS}/reversal`, { reason: 'never paid' }).expect(201);
    const rows: Record<string, string>[] = parse(await text(download), { columns: true });
    expect(rows.length).toBe(RECEIPTS);
    expect(rows.at(-1)).toMatchObject({ receipt: `R${100_000 + RECEIPTS}`, reversal: '' });
    const after = await text(await begun());
    expect(parse(after, { columns: true }).length).toBe(RECEIPTS + 4);
  });

  test('that is cancelled gives back what it held', async () => {
    for (let i = 0; i < 2 * AT_ONCE; i += 1) (await begun()).destroy();
    await until(async (see) => see(await held()) === 0);
    await stall.manager.get('/sales?limit=1').expect(200);
  });

  test('takes nothing from whoever asks for a page, however many are under way; the next waits for its turn', async () => {
    const downloads = await Promise.all(Array.from({ length: AT_ONCE }, () => begun()));
    await until(async (see) => see(await held()) === AT_ONCE);
    const next = begun();
    await Promise.all(Array.from({ length: 50 }, () => stall.manager.get('/sales?limit=1').expect(200)));
    await stall.manager.post('/sales', { rows: [receipt('P1')] }).expect(201);
    expect(await held()).toBe(AT_ONCE);
    downloads[0]?.destroy();
    const [first, ...others] = [await next, ...downloads];
    first.destroy();
    for (const other of others) other.destroy();
    await until(async (see) => see(await held()) === 0);
  });

  test('that loses its database breaks off, so that nobody takes it for whole', async () => {
    const download = await begun();
    const ended = once(download, 'error');
    await service.sql.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${DOWNLOADING}`);
    download.resume();
    expect(await ended).toMatchObject([{ code: 'ECONNRESET' }]);
    await stall.manager.get('/sales?limit=1').expect(200);
  });

  test('is refused before anything is sent where it cannot be', async () => {
    const { body } = await stall.manager.get('/sales?format=csv&from=2025-08-05&to=2025-08-04').expect(400);
    expect(body).toMatchObject({ code: 'wrong-order', pointer: '/from' });
  });
});
