import { memberChanged, memberLeft } from '@ayni/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import pg from 'pg';
import { care, Farm, harvest, startProduction, work } from './farm.js';

let service: TestService;
beforeAll(async () => {
  service = await startProduction();
});
afterAll(() => service.stop());

/** A bit of everything, some of it taken back or never confirmed. */
async function fill(farm: Farm): Promise<void> {
  const spinach = { product: 'SPINACH', unit: 'kg', quantity: '20.91', homeUse: '1.0' };
  const before = harvest('H0', { harvestedAt: '2025-07-01T03:59:59Z' });
  const first = { ...spinach, harvestedAt: '2025-07-01T04:00:00Z' };
  await farm.manager
    .post('/harvests', { rows: [before, harvest('H1'), harvest('H2', first), harvest('H3')] })
    .expect(201);
  await farm.manager.post('/harvests/H3/reversal', { reason: 'weighed twice' }).expect(201);
  const rows = [
    work('W1'),
    work('W2', { minutes: 60 }),
    work('W3'),
    work('W4'),
    work('W0', { workedOn: '2025-06-30' }),
  ];
  await farm.manager.post('/work', { rows }).expect(201);
  await farm.manager.bring('/attachments', Buffer.from('%PDF-1.7\n%%EOF')).expect(201);
  await farm.manager.post('/confirmations', { codes: ['W0', 'W1', 'W2', 'W3'] }).expect(201);
  await farm.manager.post('/work/W3/reversal', { reason: 'another day' }).expect(201);
  await farm.manager.post('/care', { rows: [care('C1'), care('C2')] }).expect(201);
  await farm.manager.post('/care/C2/reversal', { reason: 'another day' }).expect(201);
}

test('the books of a closing season hold what counts of its days, reversals netted', async () => {
  const farm = await Farm.of(service);
  await fill(farm);
  await farm.closeSeason();
  expect(await farm.books()).toMatchObject({
    season: '2025',
    written: {
      harvest: { lots: '2', quantity: String(117 + 20_910), homeUse: String(4 + 1_000) },
      work: { records: '2', minutes: '300' },
      care: { records: '1', minutes: '90' },
    },
    // 365 days of member 007, 30 of member 008, who joins on the first of June
    applied: { register: { members: '2', days: '395' } },
    parked: 0,
    waiting: 0,
  });
});

test('the register that is applied follows who leaves and who changes', async () => {
  const farm = await Farm.of(service);
  await service.hear(farm.coop, (tx) => {
    const eva = { number: '007', givenNames: 'Eva', surnames: 'Quispe', household: 'F02', joinedOn: '2020-01-01' };
    tx.publish(memberChanged, 'member/007', 2, eva);
    tx.publish(memberLeft, 'member/007', 3, { number: '007', leftOn: '2025-07-10', reason: 'moved' });
  });
  await farm.closeSeason();
  expect((await farm.books()).applied).toEqual({ register: { members: '2', days: '40' } });
});

test('two co-ops with the same codes see nothing of each other', async () => {
  const [one, other] = [await Farm.of(service), await Farm.of(service)];
  await fill(one);
  await other.manager.post('/work', { rows: [work('W1', { minutes: 5 })] }).expect(201);
  expect((await other.manager.get('/work').expect(200)).body.items).toMatchObject([{ code: 'W1', minutes: 5 }]);
  expect((await other.manager.get('/harvests').expect(200)).body.items).toEqual([]);
  await other.manager.post('/harvests/H1/reversal', { reason: 'x' }).expect(404);
  await other.manager.post('/confirmations', { codes: ['W2'] }).expect(400);
  await other.closeSeason();
  await one.manager.post('/work', { rows: [work('W9')] }).expect(201);
});

test('the runtime role sees the rows of one co-op at a time and changes no fact', async () => {
  const [one, other] = [await Farm.of(service), await Farm.of(service)];
  await fill(one);
  await fill(other);
  for (const { coop, manager } of [one, other]) {
    await manager.patch('/structures/G1', { name: 'Invernadero 1' }, 1).expect(200);
    const late = { kind: 'work', row: work('LATE'), keptAt: '2025-01-02T10:00:00-04:00', refusal: 'season-closed' };
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
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['structures', 'harvests', 'work', 'care']));
    expect(await seen()).toEqual(every([]));
    await client.query(`SELECT set_config('app.coop', $1, false)`, [one.coop]);
    expect(await seen()).toEqual(every([one.coop]));
    for (const table of ['attachments', 'attachment_additions']) {
      await expect(client.query(`UPDATE ${table} SET hash = hash`)).rejects.toThrow('permission denied');
      await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    }
    for (const table of ['structures', 'harvests', 'work', 'work_confirmations', 'care', 'reversals']) {
      await expect(client.query(`UPDATE ${table} SET code = code`)).rejects.toThrow('permission denied');
      await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    }
    await expect(
      client.query(`INSERT INTO work_confirmations VALUES ($1, 'W4', 'x', now())`, [other.coop]),
    ).rejects.toThrow('row-level security');
  } finally {
    await client.end();
  }
});
