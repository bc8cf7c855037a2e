import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { photo } from '@ayni/testing/photo';
import type { TestService } from '@ayni/testing-service/service';
import { delivery, loss, TestStore } from './store.js';

let service: TestService;
let store: TestStore;
beforeAll(async () => {
  service = await TestStore.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  store = await TestStore.open(service);
});

const AMARRO = '/units/LETTUCE/amarro/2025-01-01';
const ARROBA = '/units/QUINOA/arroba/2025-01-01';

const lettuce = (code: string, day: string, quantity: string, unit = 'piece'): object =>
  delivery(code, day, quantity, { product: 'LETTUCE', unit });

/** What was told last of a product. */
async function lastOf(product: string): Promise<unknown> {
  return (await service.told(store.coop)).filter(({ aggregate }) => aggregate === `product/${product}`).at(-1);
}

describe('a product that was written wrong', () => {
  test('is corrected in its name and shelf life, told, and each change kept', async () => {
    const { headers } = await store.manager.get('/products/LETTUCE').expect(200);
    expect(headers['etag']).toBe('"3"');
    const changes = { name: 'Lechuga crespa', shelfLifeDays: null };
    const { body } = await store.manager.patch('/products/LETTUCE', changes, 3).expect(200);
    expect(body).toMatchObject({ code: 'LETTUCE', version: 4 });
    expect(await lastOf('LETTUCE')).toMatchObject({
      type: 'ayni.inventory.product-changed.v1',
      seq: 4,
      data: { code: 'LETTUCE', name: 'Lechuga crespa', stockUnit: 'piece' },
    });
    expect(await store.list('/products/LETTUCE/changes')).toMatchObject([
      { version: 4, field: 'name', before: 'Lechuga', after: 'Lechuga crespa', changedBy: 'marta' },
      { version: 4, field: 'shelfLifeDays', before: '5', after: null },
    ]);
    const again = [{ code: 'LETTUCE', name: 'Lechuga', stockUnit: 'piece', shelfLifeDays: 5 }];
    expect((await store.manager.post('/products', { rows: again }).expect(201)).body).toMatchObject({ unchanged: 1 });
  });

  test('is never counted in something else, and a stale correction changes nothing', async () => {
    const other = await store.manager.patch('/products/LETTUCE', { stockUnit: 'g' }, 3).expect(400);
    expect(other.body.code).toBe('unknown-field');
    expect((await store.manager.patch('/products/LETTUCE', { name: 'X' }, 2).expect(412)).body.code).toBe(
      'stale-version',
    );
  });

  test('is retired: left out of the list, no record of a later day, and what there is of it stays', async () => {
    await store.manager.post('/deliveries', { rows: [lettuce('D1', '2025-07-01', '8')] }).expect(201);
    await store.manager.patch('/products/LETTUCE', { retiredOn: '2025-07-31' }, 3).expect(200);
    expect((await store.list('/products')).map(({ code }) => code)).toEqual(['QUINOA']);
    expect((await store.list('/products?retired=true')).map(({ code }) => code)).toEqual(['LETTUCE', 'QUINOA']);
    await store.manager.post('/deliveries', { rows: [lettuce('D2', '2025-07-31', '8')] }).expect(201);
    const late = await store.manager.post('/deliveries', { rows: [lettuce('D3', '2025-08-01', '8')] }).expect(409);
    expect(late.body).toMatchObject({ code: 'retired', pointer: '/rows/0/product' });
    expect(await store.stock('LETTUCE')).toMatchObject({ onHand: '16' });
    await store.manager.patch('/products/LETTUCE', { retiredOn: null }, 4).expect(200);
    await store.manager.post('/deliveries', { rows: [lettuce('D3', '2025-08-01', '8')] }).expect(201);
  });
});

describe('the factor of a unit', () => {
  test('is corrected while nothing was measured with it: of its own day, told, and what it was is kept', async () => {
    const { headers, body } = await store.manager.get(AMARRO).expect(200);
    expect([headers['etag'], body]).toMatchObject(['"3"', { factor: '12', validFrom: '2025-01-01', version: 3 }]);
    await store.manager.patch(AMARRO, { factor: '12.5' }, 3).expect(200);
    expect(await lastOf('LETTUCE')).toEqual({
      type: 'ayni.inventory.unit-changed.v1',
      aggregate: 'product/LETTUCE',
      seq: 4,
      data: { product: 'LETTUCE', unit: 'amarro', factor: '25/2', validFrom: '2025-01-01' },
    });
    expect(await store.list(`${AMARRO}/changes`)).toMatchObject([
      { version: 4, field: 'factor', before: '12', after: '25/2', changedBy: 'marta' },
    ]);
    await store.manager.post('/deliveries', { rows: [lettuce('D1', '2025-07-01', '2', 'amarro')] }).expect(201);
    expect(await store.stock('LETTUCE')).toMatchObject({ onHand: '25' });
  });

  test('stays when a fact was measured with it, here or in another service; a reversal frees it', async () => {
    await store.manager.post('/deliveries', { rows: [lettuce('D1', '2025-07-01', '2', 'amarro')] }).expect(201);
    const refused = await store.manager.patch(AMARRO, { factor: '10' }, 3).expect(409);
    expect(refused.body).toMatchObject({ code: 'unit-in-use', pointer: '/factor' });
    expect(refused.body.detail).toContain('D1');
    await store.manager.post('/deliveries/D1/reversal', { reason: 'wrong unit' }).expect(201);
    await store.manager.patch(AMARRO, { factor: '10' }, 3).expect(200);
    // what others sold and harvested is measured in pieces and grams
    await store.harvest('H1', '2025-07-01', 'QUINOA', 20);
    await store.sell('R1', '2025-07-02', ['QUINOA', 5]);
    await store.manager.patch(ARROBA, { factor: '11000' }, 3).expect(200);
    const grams = await store.manager.patch('/units/QUINOA/g/2025-01-01', { factor: '2' }, 4).expect(409);
    expect(grams.body.code).toBe('unit-in-use');
  });

  test('is free where another factor measured what there is', async () => {
    const later = { product: 'LETTUCE', unit: 'amarro', factor: '10', validFrom: '2025-07-01' };
    await store.manager.post('/units', { rows: [later] }).expect(201);
    await store.manager
      .post('/losses', { rows: [loss('L1', '2025-07-01', '1', { unit: 'amarro', counted: true })] })
      .expect(201);
    await store.manager.patch(AMARRO, { factor: '11' }, 4).expect(200);
    const used = await store.manager.patch('/units/LETTUCE/amarro/2025-07-01', { factor: '11' }, 5).expect(409);
    expect(used.body.code).toBe('unit-in-use');
  });

  test('is not corrected to nothing, to what is no number, by who read another version, or where there is none', async () => {
    const answers = [
      await store.manager.patch(AMARRO, {}, 3),
      await store.manager.patch(AMARRO, { factor: '0' }, 3),
      await store.manager.patch(AMARRO, { factor: '10' }, 2),
      await store.manager.patch(AMARRO, { retiredOn: '2024-12-31' }, 3),
      await store.manager.patch(AMARRO, { retiredOn: '2026-01-01' }, 3),
      await store.manager.patch('/units/LETTUCE/amarro/2025-01-02', { factor: '10' }, 3),
      await store.manager.patch('/units/LETTUCE/amarro/yesterday', { factor: '10' }, 3),
    ];
    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '400 nothing-to-do',
      '400 bad-decimal',
      '412 stale-version',
      '400 wrong-order',
      '400 day-in-future',
      '404 not-found',
      '404 not-found',
    ]);
    expect(await store.list(`${AMARRO}/changes`)).toEqual([]);
  });

  test('a unit is retired and brought back; until then nothing later is measured with it', async () => {
    await store.manager.patch(AMARRO, { retiredOn: '2025-06-30' }, 3).expect(200);
    const late = lettuce('D1', '2025-07-01', '2', 'amarro');
    expect((await store.manager.post('/deliveries', { rows: [late] }).expect(409)).body).toMatchObject({
      code: 'retired',
      pointer: '/rows/0/unit',
    });
    expect((await store.list('/units?product=LETTUCE')).map(({ unit }) => unit)).not.toContain('amarro');
    expect((await store.list('/units?product=LETTUCE&retired=true')).map(({ unit }) => unit)).toContain('amarro');
    await store.manager.patch(AMARRO, { retiredOn: null }, 4).expect(200);
    await store.manager.post('/deliveries', { rows: [late] }).expect(201);
  });
});

test('what a product is counted in is a unit of it from the start', async () => {
  await store.manager.post('/products', { rows: [{ code: 'EGG', name: 'Huevo', stockUnit: 'piece' }] }).expect(201);
  const eggs = delivery('D1', '2025-07-01', '30', { product: 'EGG', unit: 'piece' });
  await store.manager.post('/deliveries', { rows: [eggs] }).expect(201);
  expect(await store.stock('EGG')).toMatchObject({ onHand: '30' });
});

describe('the photo of a product', () => {
  const kept = async (of: TestStore, content: Buffer): Promise<string> =>
    (await of.manager.bring('/attachments', content).expect(201)).body.hash;

  test('is the co-op’s own: set and taken away by who corrects products, noted, and left out of what is told', async () => {
    expect((await store.manager.get('/products/LETTUCE').expect(200)).body).toMatchObject({ photo: null });
    const content = photo();
    const hash = await kept(store, content);
    await store.manager.patch('/products/LETTUCE', { photo: hash }, 3).expect(200);
    expect(await store.list('/products')).toMatchObject([{ code: 'LETTUCE', photo: hash }, { photo: null }]);
    expect(await lastOf('LETTUCE')).toEqual({
      type: 'ayni.inventory.product-changed.v1',
      aggregate: 'product/LETTUCE',
      seq: 4,
      data: { code: 'LETTUCE', name: 'Lechuga', stockUnit: 'piece' },
    });
    await store.manager.patch('/products/LETTUCE', { name: 'Lechuga crespa' }, 4).expect(200);
    await store.manager.patch('/products/LETTUCE', { photo: null }, 5).expect(200);
    const changes = await store.list('/products/LETTUCE/changes');
    expect(changes.filter(({ field }) => field === 'photo')).toMatchObject([
      { version: 4, before: null, after: hash },
      { version: 6, before: hash, after: null },
    ]);
  });

  test('is seen by whoever reads products, and by nobody of another co-op', async () => {
    const content = photo();
    const hash = await kept(store, content);
    for (const role of ['seller', 'member', 'treasurer'] as const) {
      const reader = await service.signIn(store.coop, { user: `${role}-1`, roles: [role], member: '017' });
      const shown = await reader.get(`/attachments/${hash}`).buffer(true).expect(200);
      expect(Buffer.compare(shown.body as Buffer, content)).toBe(0);
      await reader.bring('/attachments', photo()).expect(403);
    }
    const other = await TestStore.open(service);
    await other.manager.get(`/attachments/${hash}`).expect(404);
    const refused = await other.manager.patch('/products/LETTUCE', { photo: hash }, 3).expect(400);
    expect(refused.body).toMatchObject({ code: 'unknown-reference', pointer: '/photo' });
  });

  test('is a picture that is kept: a document, a hash of nothing and what is none are refused, and nothing changes', async () => {
    const paper = await kept(store, Buffer.from('%PDF-1.7\n%%EOF'));
    const document = await store.manager.patch('/products/LETTUCE', { photo: paper }, 3).expect(400);
    expect(document.body).toMatchObject({ code: 'not-a-picture', pointer: '/photo' });
    const unknown = await store.manager.patch('/products/LETTUCE', { photo: 'a'.repeat(64) }, 3).expect(400);
    expect(unknown.body).toMatchObject({ code: 'unknown-reference', pointer: '/photo' });
    for (const photo of ['', 'x', 'A'.repeat(64), 7, [paper]]) {
      const bad = await store.manager.patch('/products/LETTUCE', { photo }, 3).expect(400);
      expect(bad.body).toMatchObject({ code: 'bad-field', pointer: '/photo' });
    }
    expect((await store.manager.get('/products/LETTUCE').expect(200)).body).toMatchObject({ photo: null, version: 3 });
  });
});
