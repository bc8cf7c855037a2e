import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { TestStore } from './store.js';

let service: TestService;
let store: TestStore;
beforeAll(async () => {
  service = await TestStore.start();
});
beforeEach(async () => {
  store = await TestStore.open(service);
});
afterAll(() => service.stop());

const gift = (code: string, quantity: string): object => ({
  code,
  givenAt: '2025-07-01T11:00:00-04:00',
  product: 'LETTUCE',
  quantity,
  unit: 'piece',
  recipient: 'Escuela de Chacoma',
});

test('what is given away leaves the lots of the store, and comes back where the gift is taken back', async () => {
  await store.harvest('H1', '2025-07-01', 'LETTUCE', 20);
  await store.manager.post('/gifts', { rows: [gift('G1', '8')] }).expect(201);
  expect(await store.list('/gifts')).toMatchObject([
    {
      code: 'G1',
      day: '2025-07-01',
      stockUnit: 'piece',
      stockQuantity: '8',
      recipient: 'Escuela de Chacoma',
      reversal: null,
    },
  ]);
  expect(await store.stock('LETTUCE')).toMatchObject({ given: '8', onHand: '12' });
  expect((await store.manager.get('/lots/H1/trace').expect(200)).body).toMatchObject({
    gifts: [{ code: 'G1', quantity: '8' }],
  });
  await store.manager.post('/gifts/G1/reversal', { reason: 'not fetched' }).expect(201);
  expect(await store.stock('LETTUCE')).toMatchObject({ given: '0', onHand: '20' });
});

test('a gift of more than there is leaves the store short, and the next lot settles it', async () => {
  await store.manager.post('/gifts', { rows: [gift('G1', '5')] }).expect(201);
  expect(await store.list('/shortages')).toMatchObject([{ kind: 'gift', code: 'G1', open: '5' }]);
  await store.harvest('H1', '2025-07-02', 'LETTUCE', 20);
  expect(await store.remaining()).toEqual({ H1: '15' });
});

test('what others are told of a gift does not say who received it', async () => {
  await store.manager.post('/gifts', { rows: [gift('G1', '5')] }).expect(201);
  const told = (await service.told(store.coop)).filter(({ aggregate }) => aggregate === 'gift/G1');
  expect(told.map(({ data }) => data)).toEqual([
    { code: 'G1', day: '2025-07-01', product: 'LETTUCE', stockUnit: 'piece', stockQuantity: '5' },
  ]);
});
