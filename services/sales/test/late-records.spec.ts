import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client, TestService } from '@ayni/testing-service/service';
import { line, receipt, Stall } from './stall.js';

let service: TestService;
let stall: Stall;
let rosa: Client;
let treasurer: Client;
beforeAll(async () => {
  service = await Stall.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  stall = await Stall.open(service);
  rosa = await service.signIn(stall.coop, { user: 'rosa', roles: ['seller'] });
  treasurer = await service.signIn(stall.coop, { user: 'tomasa', roles: ['treasurer'] });
  await stall.closeSeason();
});

const handIn = (row: object, more: object = {}) => ({
  ...{ kind: 'sale', row, keptAt: '2026-05-04T10:31:00-04:00', refusal: 'season-closed' },
  ...more,
});
const SOLD_AT = '2026-05-04T10:30:00-04:00';

/** Hands a refused receipt in. @returns its id */
async function handedIn(code: string, by = rosa): Promise<string> {
  const row = receipt(code, { soldAt: SOLD_AT });
  const refused = await by.post('/sales', { rows: [row] }).expect(409);
  expect(refused.body.code).toBe('season-closed');
  return (await by.post('/late-records', handIn(row)).expect(201)).body.id;
}

describe('a receipt that comes when its season is closed', () => {
  test('is kept beside the books, once however often it is handed in', async () => {
    const id = await handedIn('K7-1');
    expect(await handedIn('K7-1')).toBe(id);
    expect(await stall.rows()).toMatchObject({ receipts: 0 });
    expect(await stall.told()).toEqual([]);
    const list = await treasurer.get('/late-records?state=waiting').expect(200);
    expect(list.body.items).toMatchObject([
      { id, kind: 'sale', code: 'K7-1', day: '2026-05-04', happenedAt: '2026-05-04T14:30:00.000Z', keptBy: 'rosa' },
    ]);
    const other = receipt('K7-1', { soldAt: SOLD_AT, lines: [line({ quantity: '9' })] });
    expect((await rosa.post('/late-records', handIn(other)).expect(409)).body.code).toBe('code-taken');
  });

  test('is posted today under its own code, once, in the name of who kept it, and others are told', async () => {
    const id = await handedIn('K7-1');
    const posted = await treasurer.post(`/late-records/${id}/posting`, { date: 'today' }).expect(201);
    expect(posted.body.postedOn).toBe('2026-07-02');
    const again = await treasurer.post(`/late-records/${id}/posting`, { date: 'today' }).expect(409);
    expect(again.body.code).toBe('already-settled');
    const sale = (await rosa.get('/sales/K7-1').expect(200)).body;
    expect(sale).toMatchObject({ receipt: 'K7-1', day: '2026-07-02', recordedBy: 'rosa', total: '7.50' });
    expect(await stall.told()).toEqual(['sale-recorded sale/K7-1 1']);
    expect((await treasurer.get('/late-records?state=posted').expect(200)).body.items).toMatchObject([
      { code: 'K7-1', postedOn: '2026-07-02', settledBy: 'tomasa', happenedAt: '2026-05-04T14:30:00.000Z' },
    ]);
  });

  test('is posted by eight clicks at once a single time', async () => {
    const id = await handedIn('K7-1');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => treasurer.post(`/late-records/${id}/posting`, { date: 'today' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await stall.rows()).toMatchObject({ receipts: 1 });
  });

  test('is posted on the first open day', async () => {
    const id = await handedIn('K7-1');
    const posted = await treasurer.post(`/late-records/${id}/posting`, { date: 'first-open-day' }).expect(201);
    expect(posted.body.postedOn).toBe('2026-07-01');
    expect((await rosa.get('/sales/K7-1').expect(200)).body.day).toBe('2026-07-01');
  });

  test('stays waiting where a rule refuses it, and can be given up with a reason', async () => {
    const row = receipt('K7-1', { soldAt: SOLD_AT, market: 'Oruro' });
    const { id } = (await rosa.post('/late-records', handIn(row)).expect(201)).body;
    const refused = await treasurer.post(`/late-records/${id}/posting`, { date: 'today' });
    expect([refused.status, refused.body.code, refused.body.pointer]).toEqual([
      400,
      'unknown-reference',
      '/row/market',
    ]);
    expect((await treasurer.get('/late-records?state=waiting').expect(200)).body.items).toHaveLength(1);
    await treasurer.post(`/late-records/${id}/giving-up`, { reason: 'no such market' }).expect(201);
    await treasurer.post(`/late-records/${id}/giving-up`, { reason: 'again' }).expect(409);
    expect((await treasurer.get('/late-records?state=given-up').expect(200)).body.items).toMatchObject([
      { reason: 'no such market', postedOn: null, settledBy: 'tomasa' },
    ]);
    expect(await stall.rows()).toMatchObject({ receipts: 0 });
  });

  test('that no door could read is not kept', async () => {
    const wrong = await rosa.post('/late-records', handIn(receipt('K7-1', { payment: 'barter' }))).expect(400);
    expect(wrong.body).toMatchObject({ code: 'bad-field', pointer: '/row/payment' });
    await rosa.post('/late-records', handIn(receipt('K7-1'), { kind: 'loss' })).expect(400);
    await rosa.post('/late-records', handIn(receipt('K7-1'), { refusal: 'code-taken' })).expect(400);
    const ahead = await rosa.post('/late-records', handIn(receipt('K7-1'), { keptAt: '2999-01-01T10:00:00-04:00' }));
    expect(ahead.body).toMatchObject({ code: 'day-in-future', pointer: '/keptAt' });
  });

  test('is seen by who kept it and by officers, and settled by the treasurer alone', async () => {
    const id = await handedIn('K7-1');
    await handedIn('R1', stall.manager);
    const codes = async (who: Client) =>
      (await who.get('/late-records').expect(200)).body.items.map(({ code }: { code: string }) => code);
    expect(await codes(rosa)).toEqual(['K7-1']);
    expect(await codes(treasurer)).toEqual(['K7-1', 'R1']);
    for (const who of [rosa, stall.manager]) {
      await who.post(`/late-records/${id}/posting`, { date: 'today' }).expect(403);
      await who.post(`/late-records/${id}/giving-up`, { reason: 'x' }).expect(403);
    }
    await treasurer.post('/late-records', handIn(receipt('T1'))).expect(403);
    const other = await Stall.open(service);
    const stranger = await service.signIn(other.coop, { user: 'tomasa', roles: ['treasurer'] });
    await stranger.post(`/late-records/${id}/posting`, { date: 'today' }).expect(404);
    expect(await codes(stranger)).toEqual([]);
  });
});
