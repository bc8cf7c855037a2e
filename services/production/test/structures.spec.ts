import { productChanged, unitChanged } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Farm, NOON, startProduction } from './farm.js';

let service: TestService;
let farm: Farm;
beforeAll(async () => {
  service = await startProduction();
});
afterAll(() => service.stop());
beforeEach(async () => {
  farm = await Farm.of(service);
});

const harvest = (code: string, more: object = {}): object => ({
  ...{ code, harvestedAt: NOON, structure: 'G1', product: 'LETTUCE', quantity: '2', unit: 'amarro', homeUse: '0' },
  ...more,
});

test('a structure is corrected and each change kept; an area that nobody measured may be left out', async () => {
  await farm.manager.patch('/structures/g1', { kind: 'plot', areaM2: '97.5' }, 1).expect(200);
  expect((await farm.manager.get('/structures/%20g1/changes').expect(200)).body.items).toMatchObject([
    { version: 2, field: 'areaM2', before: '96', after: '97.5', changedBy: 'ana' },
    { version: 2, field: 'kind', before: 'greenhouse', after: 'plot' },
  ]);
  const told = (await service.told(farm.coop)).filter(({ aggregate }) => aggregate === 'structure/G1');
  expect(told).toMatchObject([
    { type: 'ayni.production.structure-registered.v1', seq: 1 },
    { type: 'ayni.production.structure-changed.v1', seq: 2, data: { code: 'G1', kind: 'plot', areaM2: '97.5' } },
  ]);
  await farm.eva.get('/structures/G1/changes').expect(403);
  const rows = [{ code: 'G2', name: 'Corral', kind: 'pen' }];
  await farm.manager.post('/structures', { rows }).expect(201);
  expect((await farm.manager.get('/structures/G2')).body).toMatchObject({ areaM2: '0' });
  const same = await farm.manager.post('/structures', { rows: [{ ...rows[0], areaM2: '0' }] }).expect(201);
  expect(same.body).toMatchObject({ unchanged: 1 });
});

test('a structure that is retired takes no harvest and no work of a later day, and comes back', async () => {
  await farm.manager.patch('/structures/G1', { retiredOn: '2025-08-03' }, 1).expect(200);
  const late = await farm.manager.post('/harvests', { rows: [harvest('H1')] }).expect(409);
  expect(late.body).toMatchObject({ code: 'retired', pointer: '/rows/0/structure' });
  await farm.manager
    .post('/harvests', { rows: [harvest('H2', { harvestedAt: '2025-08-03T12:00:00-04:00' })] })
    .expect(201);
  const work = { code: 'W1', workedOn: '2025-08-04', member: '007', activity: 'riego', minutes: 60, structure: 'G1' };
  expect((await farm.manager.post('/work', { rows: [work] }).expect(409)).body.code).toBe('retired');
  await farm.manager.patch('/structures/G1', { retiredOn: null }, 2).expect(200);
  await farm.manager.post('/harvests', { rows: [harvest('H1')] }).expect(201);
  await farm.manager.post('/work', { rows: [work] }).expect(201);
});

test('what inventory corrects of products and units holds here for what comes after; what was measured stays', async () => {
  await farm.manager.post('/harvests', { rows: [harvest('H1')] }).expect(201);
  await service.hear(farm.coop, (tx) => {
    const amarro = { product: 'LETTUCE', unit: 'amarro', factor: '10', validFrom: '2025-06-01' };
    tx.publish(unitChanged, 'product/LETTUCE', 4, amarro);
  });
  await farm.manager.post('/harvests', { rows: [harvest('H2')] }).expect(201);
  const { body } = await farm.manager.get('/harvests').expect(200);
  expect(body.items).toMatchObject([
    { code: 'H1', stockQuantity: '24' },
    { code: 'H2', stockQuantity: '20' },
  ]);
  await service.hear(farm.coop, (tx) => {
    const lettuce = { code: 'LETTUCE', name: 'Lechuga', stockUnit: 'piece', retiredOn: '2025-08-03' } as const;
    tx.publish(productChanged, 'product/LETTUCE', 5, lettuce);
  });
  const late = await farm.manager.post('/harvests', { rows: [harvest('H3')] }).expect(409);
  expect(late.body).toMatchObject({ code: 'retired', pointer: '/rows/0/product' });
});
