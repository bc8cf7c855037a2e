import { harvestRecorded } from '@ayni/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { Farm, harvest, NOON, startProduction } from './farm.js';

let service: TestService;
let farm: Farm;
beforeAll(async () => {
  service = await startProduction();
});
afterAll(() => service.stop());
beforeEach(async () => {
  farm = await Farm.of(service);
});

describe('structures', () => {
  const greenhouse = { code: 'G1', name: 'Carpa solar 1', kind: 'greenhouse', areaM2: '96' };

  test('are told once, and the same ones again change nothing', async () => {
    const again = await farm.manager.post('/structures', { rows: [greenhouse] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1, command: { events: {} } });
    expect(await farm.told()).toEqual(['structure-registered structure/G1 1']);
    const list = await farm.eva.get('/structures').expect(200);
    expect(list.body).toEqual({ items: [{ ...greenhouse, retiredOn: null, version: 1 }], next: null });
  });

  test('refuse another structure under a known code, and all that came with it', async () => {
    const rows = [
      { ...greenhouse, code: 'G2' },
      { ...greenhouse, areaM2: '97' },
    ];
    const refused = await farm.manager.post('/structures', { rows }).expect(409);
    expect(refused.body).toMatchObject({ code: 'code-taken', pointer: '/rows/1/code' });
    expect(await farm.count('structures')).toBe(1);
  });

  test.each([
    ['a kind that is none', { kind: 'castle' }, 'bad-field', 'kind'],
    ['an area that is no number', { areaM2: 'NaN' }, 'bad-quantity', 'areaM2'],
    ['a negative area', { areaM2: '-1' }, 'bad-quantity', 'areaM2'],
    ['an empty name', { name: '' }, 'bad-field', 'name'],
    ['a code with signs around', { code: '-G2' }, 'bad-field', 'code'],
    ['a field that is not known', { owner: 'x' }, 'unknown-field', 'owner'],
  ])('refuse %s', async (_, more, code, field) => {
    const refused = await farm.manager.post('/structures', { rows: [{ ...greenhouse, code: 'G2', ...more }] });
    expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/0/${field}` }]);
    expect(await farm.count('structures')).toBe(1);
  });
});

describe('harvests', () => {
  test('of which nobody took anything home need not say so', async () => {
    const { homeUse: _, ...whole } = harvest('H1') as { homeUse: string };
    const tried = await farm.manager.post('/harvests?trial=true', { rows: [whole] }).expect(200);
    expect(tried.body).toMatchObject({ recorded: 1, refused: 0 });
    await farm.manager.post('/harvests', { rows: [whole] }).expect(201);
    const same = await farm.manager.post('/harvests', { rows: [{ ...whole, homeUse: '0' }] }).expect(201);
    expect(same.body).toMatchObject({ recorded: 0, unchanged: 1 });
    expect((await farm.manager.get('/harvests').expect(200)).body.items).toMatchObject([{ homeUse: '0' }]);
  });

  test('are entered in stock units with what the families took home, and told on', async () => {
    const answer = await farm.manager
      .post('/harvests', { rows: [harvest('H1', { quantity: '1.25', unit: 'amarro', homeUse: '0.5' })] })
      .expect(201);
    expect(answer.body).toMatchObject({
      recorded: 1,
      unchanged: 0,
      command: { events: { [harvestRecorded.type]: 1 } },
    });
    expect((await service.told(farm.coop)).at(-1)).toEqual({
      type: harvestRecorded.type,
      aggregate: 'harvest/H1',
      seq: 1,
      data: {
        code: 'H1',
        harvestedAt: '2025-08-04T16:00:00.000Z',
        day: '2025-08-04',
        structure: 'G1',
        product: 'LETTUCE',
        quantity: '1.25',
        unit: 'amarro',
        stockUnit: 'piece',
        stockQuantity: '15',
        homeUse: '6',
      },
    });
  });

  test('belong to the day on the clocks of the co-op', async () => {
    await farm.manager
      .post('/harvests', { rows: [harvest('H1', { harvestedAt: '2025-08-05T03:59:59Z' })] })
      .expect(201);
    const list = await farm.manager.get('/harvests?from=2025-08-04&to=2025-08-04').expect(200);
    expect(list.body.items).toMatchObject([{ code: 'H1', day: '2025-08-04', stockHomeUse: '4', reversal: null }]);
  });

  test('may all have been taken home, or nothing of them', async () => {
    const rows = [harvest('H1', { homeUse: '117' }), harvest('H2', { homeUse: '0' })];
    await farm.manager.post('/harvests', { rows }).expect(201);
  });

  test('are done once under one key, whatever the number of tries', async () => {
    const rows = [harvest('H1')];
    const first = await farm.manager.post('/harvests', { rows }, { 'idempotency-key': 'k1' }).expect(201);
    const again = await farm.manager.post('/harvests', { rows }, { 'idempotency-key': 'k1' }).expect(201);
    expect(again.headers['idempotent-replay']).toBe('true');
    expect(again.body).toEqual(first.body);
    const other = await farm.manager
      .post('/harvests', { rows: [harvest('H2')] }, { 'idempotency-key': 'k1' })
      .expect(409);
    expect(other.body.code).toBe('idempotency-key-reused');
    expect(await farm.told()).toEqual(['structure-registered structure/G1 1', 'harvest-recorded harvest/H1 1']);
  });

  test('change nothing when they are loaded again, and refuse other contents under a known code', async () => {
    await farm.manager.post('/harvests', { rows: [harvest('H1')] }).expect(201);
    const again = await farm.manager.post('/harvests', { rows: [harvest('H2'), harvest('H1')] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 1, unchanged: 1 });
    const rows = [harvest('H3'), harvest('H1', { homeUse: '5' })];
    const taken = await farm.manager.post('/harvests', { rows }).expect(409);
    expect(taken.body).toMatchObject({ code: 'code-taken', pointer: '/rows/1/code' });
    expect(await farm.count('harvests')).toBe(2);
  });

  test('can be taken back once, with the reason on the books', async () => {
    await farm.manager.post('/harvests', { rows: [harvest('H1')] }).expect(201);
    await farm.manager.post('/harvests/H1/reversal', { reason: 'weighed twice' }).expect(201);
    const twice = await farm.manager.post('/harvests/H1/reversal', { reason: 'weighed twice' }).expect(409);
    expect(twice.body.code).toBe('already-reversed');
    const told = (await service.told(farm.coop)).slice(1);
    expect(told.map(({ aggregate, seq }) => [aggregate, seq])).toEqual([
      ['harvest/H1', 1],
      ['harvest/H1', 2],
    ]);
    expect(told[1]?.data).toEqual({ ...Object(told[0]?.data), reason: 'weighed twice' });
    const list = await farm.manager.get('/harvests').expect(200);
    expect(list.body.items).toMatchObject([{ code: 'H1', reversal: 'weighed twice' }]);
  });

  test('are neither entered nor taken back in a season that is closing', async () => {
    await farm.manager.post('/harvests', { rows: [harvest('H1')] }).expect(201);
    await farm.closeSeason();
    const rows = [harvest('H2', { harvestedAt: '2025-07-01T03:59:59Z' }), harvest('H3')];
    const refused = await farm.manager.post('/harvests', { rows }).expect(409);
    expect(refused.body).toMatchObject({ code: 'season-closed', pointer: '/rows/1/harvestedAt' });
    const kept = await farm.manager.post('/harvests/H1/reversal', { reason: 'x' }).expect(409);
    expect(kept.body.code).toBe('season-closed');
    expect(await farm.count('harvests')).toBe(1);
  });

  test.each([
    ['more home use than was harvested', { homeUse: '118' }, 'more-than-harvested', 'homeUse'],
    ['half a head of lettuce', { quantity: '116.5' }, 'quantity-not-whole', 'quantity'],
    ['half a head of lettuce taken home', { homeUse: '0.5' }, 'quantity-not-whole', 'homeUse'],
    ['no quantity at all', { quantity: '0' }, 'bad-quantity', 'quantity'],
    ['a quantity that is no number', { quantity: 'NaN' }, 'bad-quantity', 'quantity'],
    ['a number instead of text', { quantity: 117 }, 'bad-quantity', 'quantity'],
    ['a quantity without end', { quantity: `1${'0'.repeat(30)}` }, 'bad-quantity', 'quantity'],
    ['negative home use', { homeUse: '-1' }, 'bad-quantity', 'homeUse'],
    ['a product that is not known', { product: 'GOLD' }, 'unknown-reference', 'product'],
    ['a unit that the product has not', { unit: 'kg' }, 'unknown-unit', 'unit'],
    ['a structure that is not known', { structure: 'G9' }, 'unknown-reference', 'structure'],
    ['a day that does not exist', { harvestedAt: '2025-02-30T12:00:00-04:00' }, 'bad-instant', 'harvestedAt'],
    ['an instant without its offset', { harvestedAt: '2025-08-04T12:00:00' }, 'bad-instant', 'harvestedAt'],
    ['tomorrow', { harvestedAt: '2026-03-03T12:00:00-04:00' }, 'day-in-future', 'harvestedAt'],
    ['a day before the unit', { harvestedAt: '2025-05-31T12:00:00-04:00', unit: 'amarro' }, 'unknown-unit', 'unit'],
  ])('refuse %s, and all that came with it', async (_, more, code, field) => {
    const refused = await farm.manager.post('/harvests', { rows: [harvest('H1'), harvest('H2', more)] });
    expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/1/${field}` }]);
    expect([await farm.count('harvests'), await farm.count('commands')]).toEqual([0, 1]);
  });

  test('refuse a code that stands twice, a load without rows, and one above a thousand', async () => {
    const twice = await farm.manager.post('/harvests', { rows: [harvest('H1'), harvest('H1')] }).expect(400);
    expect(twice.body).toMatchObject({ code: 'duplicate-code', pointer: '/rows/1/code' });
    for (const rows of [[], Array.from({ length: 1001 }, (_, i) => harvest(`H${i}`)), 'H1', null])
      await farm.manager.post('/harvests', { rows }).expect(400);
    expect(await farm.count('harvests')).toBe(0);
  });

  test('refuse a command without a key, and a reversal of what is not there or without a reason', async () => {
    const keyless = await farm.manager.post('/harvests', { rows: [harvest('H1')] }, { 'idempotency-key': '' });
    expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotency-key-missing']);
    const nowhere = await farm.manager.post('/harvests/H9/reversal', { reason: 'x' });
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'not-found']);
    await farm.manager.post('/harvests/%00/reversal', { reason: 'x' }).expect(404);
    await farm.manager.post('/harvests/H1/reversal', {}).expect(400);
  });

  test('are for managers to enter', async () => {
    const president = await service.signIn(farm.coop, { user: 'pia', roles: ['president'] });
    const refused = await president.post('/harvests', { rows: [harvest('H1')] }).expect(403);
    expect(refused.body.code).toBe('forbidden');
    await president.get('/harvests').expect(200);
    await farm.eva.get('/harvests').expect(403);
    await service.client().get('/harvests').expect(401);
  });

  test('are paged by a cursor, cut by day and product, and exported as CSV', async () => {
    const rows = ['H1', 'H2', 'H3'].map((code) => harvest(code));
    await farm.manager
      .post('/harvests', {
        rows: [
          ...rows,
          harvest('S1', { product: 'SPINACH', unit: 'kg', quantity: '2.5', homeUse: '0.25', harvestedAt: NOON }),
        ],
      })
      .expect(201);
    const first = await farm.manager.get('/harvests?limit=2&product=LETTUCE').expect(200);
    expect(first.body.items).toMatchObject([{ code: 'H1' }, { code: 'H2' }]);
    const next = await farm.manager.get(`/harvests?limit=2&product=LETTUCE&after=${first.body.next}`).expect(200);
    expect(next.body).toMatchObject({ items: [{ code: 'H3' }], next: null });
    expect((await farm.manager.get('/harvests?to=2025-08-03').expect(200)).body.items).toEqual([]);
    const csv = await farm.manager.get('/harvests?format=csv&product=SPINACH').expect(200);
    expect(csv.text.split('\n')[1]).toContain(
      'S1,2025-08-04T16:00:00.000Z,2025-08-04,G1,SPINACH,2.5,kg,0.25,g,2500,250',
    );
    await farm.manager.get('/harvests?after=nonsense').expect(400);
  });
});
