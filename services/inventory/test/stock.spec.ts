import { memberLeft } from '@ayni/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { delivery, loss, TestStore } from './store.js';

describe('the store', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestStore.start();
  });
  afterAll(() => service.stop());

  const issued = async (store: TestStore, receipt: string): Promise<unknown[]> =>
    (await service.told(store.coop)).filter(({ aggregate }) => aggregate === `issue/${receipt}`);

  test('a harvest becomes a lot of what the families did not take home', async () => {
    const store = await TestStore.open(service);
    await store.harvest('H1', '2025-07-01', 'LETTUCE', 20, 4);
    expect(await store.list('/lots')).toMatchObject([
      {
        code: 'H1',
        product: 'LETTUCE',
        origin: 'harvest',
        originCode: 'H1',
        day: '2025-07-01',
        expiresOn: '2025-07-06',
        quantity: '16',
        remaining: '16',
        reversal: null,
      },
    ]);
    expect(await service.told(store.coop)).toContainEqual({
      type: 'ayni.inventory.lot-received.v1',
      aggregate: 'lot/H1',
      seq: 1,
      data: {
        code: 'H1',
        product: 'LETTUCE',
        day: '2025-07-01',
        origin: 'harvest',
        stockUnit: 'piece',
        stockQuantity: '16',
      },
    });
  });

  test('a harvest that was all taken home is in the totals and makes no lot', async () => {
    const store = await TestStore.open(service);
    await store.harvest('H1', '2025-07-01', 'LETTUCE', 4, 4);
    expect(await store.list('/lots')).toEqual([]);
    expect(await store.stock('LETTUCE')).toMatchObject({ harvested: '4', homeUse: '4', onHand: '0' });
    await store.reverseHarvest('H1', '2025-07-01', 'LETTUCE', 4, 4);
    expect(await store.stock('LETTUCE')).toMatchObject({ harvested: '0', homeUse: '0', onHand: '0' });
  });

  test('a sale takes from the lot that expires first, and tells which', async () => {
    const store = await TestStore.open(service);
    await store.harvest('B', '2025-07-02', 'LETTUCE', 10);
    await store.harvest('A', '2025-07-03', 'LETTUCE', 10);
    await store.sell('R1', '2025-07-03', ['LETTUCE', 12]);
    expect(await store.remaining()).toEqual({ B: '0', A: '8' });
    expect(await issued(store, 'R1')).toEqual([
      {
        type: 'ayni.inventory.stock-issued.v1',
        aggregate: 'issue/R1',
        seq: 1,
        data: {
          receipt: 'R1',
          day: '2025-07-03',
          lines: [
            { line: 1, product: 'LETTUCE', lot: 'B', stockQuantity: '10' },
            { line: 1, product: 'LETTUCE', lot: 'A', stockQuantity: '2' },
          ],
        },
      },
    ]);
  });

  test('what does not spoil is taken in the order in which it arrived', async () => {
    const store = await TestStore.open(service);
    await store.harvest('H2', '2025-07-02', 'QUINOA', 100);
    await store.harvest('H1', '2025-07-01', 'QUINOA', 100);
    await store.sell('R1', '2025-07-03', ['QUINOA', 150]);
    expect(await store.remaining()).toEqual({ H1: '0', H2: '50' });
  });

  test('a sale takes from as many lots as it needs, the oldest first', async () => {
    const store = await TestStore.open(service);
    const days = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2025, 4, 1 + i)).toISOString().slice(0, 10));
    await Promise.all(days.map((day, i) => store.harvest(`H${99 - i}`, day, 'LETTUCE', 1)));
    const left = async (): Promise<string[]> =>
      Object.entries(await store.remaining()).flatMap(([code, remaining]) => (remaining === '1' ? [code] : []));
    await store.sell('R1', '2025-07-01', ['LETTUCE', 2]);
    expect((await left()).slice(0, 2)).toEqual(['H97', 'H96']);
    await store.sell('R2', '2025-07-01', ['LETTUCE', 35]);
    expect(await left()).toEqual(['H62', 'H61', 'H60']);
    expect(await store.list('/shortages')).toEqual([]);
  });

  test('one lot settles any number of shortages', async () => {
    const store = await TestStore.open(service);
    const lines = Array.from({ length: 300 }, () => ['LETTUCE', 1] as const);
    for (const receipt of ['R1', 'R2']) await store.sell(receipt, '2025-07-01', ...lines);
    await store.harvest('H1', '2025-07-02', 'LETTUCE', 601);
    expect(await store.remaining()).toEqual({ H1: '1' });
    expect(await store.list('/shortages?state=open')).toEqual([]);
  });

  test('a sale of more than there is stands: the shortage is flagged and the next lot settles it', async () => {
    const store = await TestStore.open(service);
    await store.harvest('H1', '2025-07-01', 'LETTUCE', 5);
    await store.sell('R1', '2025-07-02', ['LETTUCE', 8]);
    expect(await store.list('/shortages')).toMatchObject([
      { kind: 'sale', code: 'R1', line: 1, product: 'LETTUCE', quantity: '3', open: '3', state: 'open' },
    ]);
    expect((await issued(store, 'R1'))[1]).toMatchObject({
      type: 'ayni.inventory.shortage-found.v1',
      seq: 2,
      data: { receipt: 'R1', day: '2025-07-02', line: 1, product: 'LETTUCE', stockUnit: 'piece', stockQuantity: '3' },
    });
    expect(await store.stock('LETTUCE')).toMatchObject({ onHand: '-3', sold: '8' });
    await store.harvest('H2', '2025-07-04', 'LETTUCE', 10);
    expect(await store.list('/shortages')).toMatchObject([{ quantity: '3', open: '0', state: 'settled' }]);
    expect(await store.remaining()).toEqual({ H1: '0', H2: '7' });
    expect((await store.stock('LETTUCE'))['onHand']).toBe('7');
    expect(await store.list('/shortages?state=open')).toEqual([]);
  });

  test('the stock of any day is exact, also where a later lot settled what was short', async () => {
    const store = await TestStore.open(service);
    await store.harvest('H1', '2025-07-01', 'LETTUCE', 5);
    await store.sell('R1', '2025-07-02', ['LETTUCE', 8]);
    await store.harvest('H2', '2025-07-04', 'LETTUCE', 10);
    const days = ['2025-06-30', '2025-07-01', '2025-07-02', '2025-07-03', '2025-07-04'];
    const onHand = await Promise.all(days.map(async (day) => (await store.stock('LETTUCE', day))['onHand']));
    expect(onHand).toEqual(['0', '5', '-3', '-3', '7']);
    expect(await store.remaining('?on=2025-07-03')).toEqual({ H1: '0' });
    expect(await store.remaining('?on=2025-07-01')).toEqual({ H1: '5' });
    expect(await store.remaining('?on=2025-07-04')).toEqual({ H1: '0', H2: '7' });
  });

  test('the oldest shortage is settled first, and several receipts by one lot', async () => {
    const store = await TestStore.open(service);
    await store.sell('R2', '2025-07-05', ['LETTUCE', 6]);
    await store.sell('R1', '2025-07-03', ['LETTUCE', 4], ['QUINOA', 7]);
    await store.harvest('H1', '2025-07-06', 'LETTUCE', 7);
    expect(await store.list('/shortages')).toMatchObject([
      { code: 'R1', line: 1, open: '0', state: 'settled' },
      { code: 'R1', line: 2, product: 'QUINOA', open: '7', state: 'open' },
      { code: 'R2', line: 1, open: '3', state: 'open' },
    ]);
    await store.harvest('H2', '2025-07-06', 'LETTUCE', 7);
    expect(await store.remaining()).toEqual({ H1: '0', H2: '4' });
  });

  test('a sale that is taken back gives its lots back what it took, for who came after it and who was short', async () => {
    const store = await TestStore.open(service);
    await store.harvest('H1', '2025-07-01', 'LETTUCE', 5);
    await store.harvest('H2', '2025-07-02', 'LETTUCE', 5);
    await store.sell('R1', '2025-07-03', ['LETTUCE', 8]);
    await store.sell('R2', '2025-07-04', ['LETTUCE', 4]);
    expect(await store.stock('LETTUCE')).toMatchObject({ sold: '12', onHand: '-2' });
    await store.reverseSale('R1', '2025-07-03', ['LETTUCE', 8]);
    expect(await store.stock('LETTUCE')).toMatchObject({ sold: '4', onHand: '6' });
    expect(await store.remaining()).toEqual({ H1: '1', H2: '5' });
    expect(await store.list('/shortages')).toMatchObject([{ code: 'R2', open: '0', state: 'settled' }]);
  });

  test('a short sale that is taken back is short no more', async () => {
    const store = await TestStore.open(service);
    await store.sell('R1', '2025-07-03', ['LETTUCE', 8]);
    await store.reverseSale('R1', '2025-07-03', ['LETTUCE', 8]);
    expect(await store.list('/shortages')).toMatchObject([{ code: 'R1', open: '0', state: 'cancelled' }]);
    await store.harvest('H1', '2025-07-04', 'LETTUCE', 5);
    expect(await store.remaining()).toEqual({ H1: '5' });
  });

  test('a harvest that is taken back leaves its receipts to other lots, and short where there are none', async () => {
    const store = await TestStore.open(service);
    await store.harvest('H1', '2025-07-01', 'LETTUCE', 10);
    await store.harvest('H2', '2025-07-02', 'LETTUCE', 6);
    await store.sell('R1', '2025-07-03', ['LETTUCE', 4]);
    await store.sell('R2', '2025-07-03', ['LETTUCE', 6]);
    await store.reverseHarvest('H1', '2025-07-01', 'LETTUCE', 10);
    expect(await store.remaining()).toEqual({ H1: '0', H2: '0' });
    expect(await store.remaining('?on=2025-07-31')).toEqual({ H1: '0', H2: '0' });
    expect(await store.stock('LETTUCE')).toMatchObject({ harvested: '6', sold: '10', onHand: '-4' });
    expect(await store.list('/shortages')).toMatchObject([{ code: 'R2', quantity: '4', open: '4' }]);
    expect(await issued(store, 'R2')).toMatchObject([
      { seq: 1 },
      { seq: 2, type: 'ayni.inventory.stock-issued.v2', data: { lines: [{ lot: 'H2', stockQuantity: '2' }] } },
      { seq: 3, type: 'ayni.inventory.shortage-found.v1', data: { stockQuantity: '4' } },
    ]);
    await store.harvest('H3', '2025-07-05', 'LETTUCE', 5);
    expect(await store.remaining()).toEqual({ H1: '0', H2: '0', H3: '1' });
  });

  test('a delivery that is taken back after it was sold leaves the receipt short', async () => {
    const store = await TestStore.open(service);
    await store.manager.post('/deliveries', { rows: [delivery('D1', '2025-07-01', '100')] }).expect(201);
    await store.sell('R1', '2025-07-03', ['QUINOA', 60]);
    await store.manager.post('/deliveries/D1/reversal', { reason: 'not hers' }).expect(201);
    expect(await store.stock('QUINOA')).toMatchObject({ delivered: '0', sold: '60', onHand: '-60' });
    expect(await store.list('/shortages')).toMatchObject([{ code: 'R1', open: '60' }]);
    await store.manager.post('/deliveries', { rows: [delivery('D2', '2025-07-04', '100')] }).expect(201);
    expect(await store.remaining()).toEqual({ D1: '0', D2: '40' });
  });

  test('a loss takes from the lots, also more than there is, and gives back when it is taken back', async () => {
    const store = await TestStore.open(service);
    await store.harvest('H1', '2025-07-01', 'LETTUCE', 5);
    await store.manager.post('/losses', { rows: [loss('L1', '2025-07-02', '7')] }).expect(201);
    expect(await store.stock('LETTUCE')).toMatchObject({ lost: '7', onHand: '-2' });
    expect(await store.list('/shortages')).toMatchObject([{ kind: 'loss', code: 'L1', open: '2' }]);
    await store.manager.post('/losses/L1/reversal', { reason: 'found again' }).expect(201);
    expect(await store.stock('LETTUCE')).toMatchObject({ lost: '0', onHand: '5' });
    expect(await store.remaining()).toEqual({ H1: '5' });
  });

  test('a lot is traced back to its structure or member and forward to its receipts', async () => {
    const store = await TestStore.open(service);
    await store.manager.post('/deliveries', { rows: [delivery('D1', '2025-07-01', '100')] }).expect(201);
    await store.harvest('H1', '2025-07-02', 'QUINOA', 110, 10);
    await store.sell('R1', '2025-07-03', ['QUINOA', 60]);
    await store.sell('R2', '2025-07-04', ['QUINOA', 30], ['QUINOA', 30]);
    await store.manager
      .post('/losses', { rows: [loss('L1', '2025-07-05', '5', { product: 'QUINOA', unit: 'g' })] })
      .expect(201);
    expect((await store.manager.get('/lots/D1/trace').expect(200)).body).toMatchObject({
      member: '017',
      structure: null,
      quantity: '100',
      remaining: '0',
      receipts: [
        { receipt: 'R1', line: 1, day: '2025-07-03', quantity: '60' },
        { receipt: 'R2', line: 1, day: '2025-07-04', quantity: '30' },
        { receipt: 'R2', line: 2, day: '2025-07-04', quantity: '10' },
      ],
      losses: [],
    });
    expect((await store.manager.get('/lots/H1/trace').expect(200)).body).toMatchObject({
      member: null,
      structure: 'G1',
      homeUse: '10',
      remaining: '75',
      receipts: [{ receipt: 'R2', line: 2, day: '2025-07-04', quantity: '20' }],
      losses: [{ code: 'L1', day: '2025-07-05', quantity: '5' }],
    });
    await store.manager.get('/lots/NONE/trace').expect(404);
  });

  test('a delivery and a harvest of one code become two lots', async () => {
    const store = await TestStore.open(service);
    await store.manager.post('/deliveries', { rows: [delivery('1', '2025-07-01', '100')] }).expect(201);
    await store.harvest('1', '2025-07-02', 'QUINOA', 50);
    expect(await store.remaining()).toEqual({ '1': '100', '1.2': '50' });
    await store.reverseHarvest('1', '2025-07-02', 'QUINOA', 50);
    expect(await store.remaining()).toEqual({ '1': '100', '1.2': '0' });
  });

  test('the stock card lists what came and went by day, reversals included, with their lots', async () => {
    const store = await TestStore.open(service);
    await store.harvest('H1', '2025-07-01', 'LETTUCE', 5);
    await store.sell('R1', '2025-07-02', ['LETTUCE', 2]);
    await store.sell('R2', '2025-07-02', ['LETTUCE', 1]);
    await store.reverseSale('R2', '2025-07-02', ['LETTUCE', 1]);
    expect(await store.list('/movements?product=LETTUCE')).toMatchObject([
      { kind: 'harvest', code: 'H1', quantity: '5', lots: [{ lot: 'H1', quantity: '5' }] },
      { kind: 'sale', code: 'R1', quantity: '-2', lots: [{ lot: 'H1', quantity: '2' }] },
      { kind: 'sale', code: 'R2', quantity: '-1', reversal: false, lots: null },
      { kind: 'sale', code: 'R2', quantity: '1', reversal: true },
    ]);
  });
});

describe('deliveries of who left', () => {
  test('are taken up to her last day and not after it; what was taken before that was known stays', async () => {
    const service = await TestStore.start();
    try {
      const store = await TestStore.open(service);
      const rows = [delivery('D1', '2025-07-05', '10')];
      await store.manager.post('/deliveries', { rows }).expect(201);
      await service.hear(store.coop, (tx) =>
        tx.publish(memberLeft, 'member/017', 2, { number: '017', leftOn: '2025-07-04', reason: 'moved' }),
      );
      const again = await store.manager.post('/deliveries', { rows }).expect(201);
      expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
      await store.manager.post('/deliveries', { rows: [delivery('D2', '2025-07-04', '10')] }).expect(201);
      const late = [delivery('D3', '2025-07-05', '10')];
      const refused = await store.manager.post('/deliveries', { rows: late }).expect(409);
      expect(refused.body).toMatchObject({ code: 'not-a-member-then', pointer: '/rows/0/member' });
      expect(await store.list('/deliveries')).toHaveLength(2);
    } finally {
      await service.stop();
    }
  });
});

describe('a loss', () => {
  let service: TestService;
  let store: TestStore;
  beforeAll(async () => {
    service = await TestStore.start();
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    store = await TestStore.open(service);
    await store.harvest('H1', '2025-07-01', 'LETTUCE', 20, 4);
    await store.harvest('H2', '2025-07-03', 'LETTUCE', 10);
  });

  const lost = (code: string, day: string, quantity: string, more: object = {}): object => ({
    ...loss(code, day, quantity, { product: 'LETTUCE', unit: 'piece' }),
    counted: undefined,
    ...more,
  });

  test('is of no more than there was at the end of its day, and nothing of the load is stored', async () => {
    const rows = [lost('L1', '2025-07-01', '6'), lost('L2', '2025-07-02', '11')];
    const refused = await store.manager.post('/losses', { rows }).expect(409);
    expect(refused.body).toMatchObject({ code: 'more-than-there-is', pointer: '/rows/1/quantity' });
    expect(refused.body.detail).toContain('10');
    expect(await store.list('/losses')).toEqual([]);
    await store.manager
      .post('/losses', { rows: [lost('L1', '2025-07-01', '6'), lost('L2', '2025-07-02', '10')] })
      .expect(201);
    const [row] = await store.list('/losses');
    expect(row).toMatchObject({ code: 'L1', counted: false });
  });

  test('that is sent again, or again after a harvest came, is safe', async () => {
    const early = [lost('L1', '2025-07-04', '30')];
    await store.manager.post('/losses', { rows: early }, { 'idempotency-key': 'again' }).expect(409);
    await store.harvest('H3', '2025-07-04', 'LETTUCE', 4);
    await store.manager.post('/losses', { rows: early }, { 'idempotency-key': 'again' }).expect(201);
    const again = await store.manager.post('/losses', { rows: early }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
  });

  test('that somebody counted may be more, and leaves the store short', async () => {
    await store.manager.post('/losses', { rows: [lost('L1', '2025-07-01', '20', { counted: true })] }).expect(201);
    expect(await store.list('/losses')).toMatchObject([{ code: 'L1', counted: true }]);
  });

  test('of an early day is measured by that day; what later days then lack is a shortage', async () => {
    await store.manager.post('/losses', { rows: [lost('L1', '2025-07-04', '26')] }).expect(201);
    await store.manager.post('/losses', { rows: [lost('L2', '2025-07-01', '5')] }).expect(201);
    expect(await store.list('/shortages')).toMatchObject([{ code: 'L1', open: '5', state: 'open' }]);
  });
});

test('a lot that had expired is taken last and shown as expired; a receipt shows its lots', async () => {
  const service = await TestStore.start();
  try {
    const store = await TestStore.open(service);
    await store.harvest('OLD', '2025-07-01', 'LETTUCE', 10); // keeps until the 6th
    await store.harvest('NEW', '2025-07-19', 'LETTUCE', 6);
    await store.sell('R1', '2025-07-20', ['LETTUCE', 4]);
    expect(await store.remaining('?on=2025-07-20')).toEqual({ OLD: '10', NEW: '2' });
    const [old, fresh] = await store.list('/lots?on=2025-07-20');
    expect([old, fresh]).toMatchObject([
      { code: 'OLD', expired: true },
      { code: 'NEW', expired: false },
    ]);
    expect(await store.list('/lots?on=2025-07-06')).toMatchObject([{ code: 'OLD', expired: false }]);
    await store.sell('R2', '2025-07-20', ['LETTUCE', 5]);
    const lots = [
      { lot: 'NEW', quantity: '2' },
      { lot: 'OLD', quantity: '3' },
    ];
    expect(await store.list('/movements?kind=sale&code=R2')).toMatchObject([{ code: 'R2', lots }]);
  } finally {
    await service.stop();
  }
});
