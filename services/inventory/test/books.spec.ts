import { booksClosed, type BooksReport } from '@ayni/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { until } from '@ayni/testing/until';
import pg from 'pg';
import { delivery, loss, TestStore } from './store.js';

let service: TestService;
beforeAll(async () => {
  service = await TestStore.start();
});
afterAll(() => service.stop());

/** A bit of everything on days inside and outside 2025, some of it taken back. */
async function fill(store: TestStore): Promise<void> {
  await store.harvest('H0', '2024-12-31', 'LETTUCE', 1000);
  await store.harvest('H1', '2025-01-01', 'LETTUCE', 20, 4);
  await store.harvest('H2', '2025-02-01', 'LETTUCE', 3, 3);
  await store.harvest('H3', '2025-02-02', 'LETTUCE', 50);
  await store.reverseHarvest('H3', '2025-02-02', 'LETTUCE', 50);
  const rows = [
    delivery('D0', '2024-12-31', '7'),
    delivery('D1', '2025-03-01', '1150'),
    delivery('D2', '2025-03-02', '5'),
  ];
  await store.manager.post('/units', { rows: [early('QUINOA', 'g'), early('LETTUCE', 'piece')] }).expect(201);
  await store.manager.post('/deliveries', { rows }).expect(201);
  await store.manager.post('/deliveries/D2/reversal', { reason: 'twice' }).expect(201);
  await store.manager
    .post('/losses', {
      rows: [loss('L0', '2024-12-31', '9'), loss('L1', '2025-03-01', '2'), loss('L2', '2025-03-01', '3')],
    })
    .expect(201);
  await store.manager.post('/losses/L2/reversal', { reason: 'found' }).expect(201);
  await store.sell('R0', '2024-12-31', ['LETTUCE', 1]);
  await store.sell('R1', '2025-04-01', ['LETTUCE', 5], ['QUINOA', 2000]);
  await store.sell('R2', '2025-04-02', ['LETTUCE', 5]);
  await store.reverseSale('R2', '2025-04-02', ['LETTUCE', 5]);
}

const early = (product: string, unit: string): object => ({ product, unit, factor: '1', validFrom: '2024-01-01' });

test('the books of a closing season hold what counts of its days, reversals netted', async () => {
  const store = await TestStore.open(service);
  await fill(store);
  await store.shut2025();
  const books = await until(async (see) => {
    const { rows } = await service.sql.query<{ data: BooksReport }>(
      `SELECT data FROM outbox WHERE coop_id = $1 AND type = $2 ORDER BY seq DESC LIMIT 1`,
      [store.coop, booksClosed.inventory.type],
    );
    const data = rows[0]?.data;
    return see(data)?.unpublished === 0 ? data : undefined;
  });
  expect(books).toMatchObject({
    season: '2025',
    written: {
      delivery: { lots: '1', quantity: '1150', centavos: '2300' },
      loss: { records: '1', quantity: '2' },
    },
    applied: {
      register: { members: '1', days: '365' },
      harvest: { lots: '2', quantity: '23', homeUse: '7' },
      sale: { receipts: '1', lines: '2', centavos: '200500' },
    },
    parked: 0,
    waiting: 0,
  });
});

test('the books of a closing season are told again only where they changed', async () => {
  const store = await TestStore.open(service);
  await store.shut2025();
  const told = async (): Promise<BooksReport[]> => {
    const { rows } = await service.sql.query<{ data: BooksReport }>(
      'SELECT data FROM outbox WHERE coop_id = $1 AND type = $2 ORDER BY seq',
      [store.coop, booksClosed.inventory.type],
    );
    return rows.map(({ data }) => data);
  };
  for (const [count, day] of ['2026-01-02', '2025-05-01', '2026-01-03', '2025-05-02'].entries()) {
    await store.sell(`R${count}`, day, ['LETTUCE', 1]);
    const receipts = day < '2026' ? String(Math.ceil(count / 2)) : undefined;
    if (receipts) await until(async (see) => see((await told()).at(-1))?.applied.sale?.receipts === receipts);
  }
  const all = (await told()).map((books) => JSON.stringify(books));
  expect(all.filter((books, i) => books === all[i - 1])).toEqual([]);
});

test('two co-ops with the same codes see nothing of each other', async () => {
  const [one, other] = [await TestStore.open(service), await TestStore.open(service)];
  await fill(one);
  expect(await other.stock('LETTUCE')).toMatchObject({ harvested: '0', onHand: '0' });
  for (const path of ['/deliveries', '/losses', '/lots', '/movements', '/shortages'])
    expect(await other.list(path)).toEqual([]);
  await other.manager.get('/lots/D1/trace').expect(404);
  await other.manager.post('/deliveries/D1/reversal', { reason: 'x' }).expect(404);
  await other.sell('R1', '2025-04-01', ['LETTUCE', 5]);
  expect(await other.stock('LETTUCE')).toMatchObject({ sold: '5', onHand: '-5' });
});

test('the runtime role sees the rows of one co-op at a time and changes no fact', async () => {
  const [one, other] = [await TestStore.open(service), await TestStore.open(service)];
  await fill(one);
  await fill(other);
  for (const { coop, manager } of [one, other]) {
    await service.hearOfAccess(coop);
    const row = delivery('LATE', '2025-03-01', '5');
    const late = { kind: 'delivery', row, keptAt: '2025-03-02T10:00:00-04:00', refusal: 'season-closed' };
    const { id } = (await manager.post('/late-records', late).expect(201)).body;
    const treasurer = await service.signIn(coop, { user: 'tomasa', roles: ['treasurer'] });
    await treasurer.post(`/late-records/${id}/giving-up`, { reason: 'told twice' }).expect(201);
  }
  const client = new pg.Client({ connectionString: service.database.url('runtime') });
  await client.connect();
  try {
    const { rows: tables } = await service.sql.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'coop_id' ORDER BY 1`,
    );
    const seen = async (): Promise<string[]> => {
      const coops = new Set<string>();
      for (const { name } of tables)
        for (const row of (await client.query<{ coop_id: string }>(`SELECT DISTINCT coop_id FROM ${name}`)).rows)
          coops.add(row.coop_id);
      return [...coops];
    };
    expect(await seen()).toEqual([]);
    await client.query(`SELECT set_config('app.coop', $1, false)`, [one.coop]);
    expect(await seen()).toEqual([one.coop]);
    const facts = ['deliveries', 'losses', 'harvests', 'issues', 'lots', 'movements', 'takings', 'reversals', 'units'];
    for (const table of facts) {
      await expect(client.query(`UPDATE ${table} SET coop_id = coop_id`)).rejects.toThrow('permission denied');
      await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    }
    await expect(client.query('UPDATE lots SET quantity = 1')).rejects.toThrow('permission denied');
    await expect(
      client.query(`INSERT INTO shortages VALUES ($1, 'sale', 'R9', 1, 1, 'LETTUCE', '2025-07-01', 1, 1)`, [
        other.coop,
      ]),
    ).rejects.toThrow('row-level security');
  } finally {
    await client.end();
  }
});
