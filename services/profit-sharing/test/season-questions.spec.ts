import { booksCounted } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import { until } from '@ayni/testing/until';
import { whileHeld } from '@ayni/testing/while-held';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { expense, season, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
  await treasury.open();
});

const OTHERS = ['members', 'production', 'inventory', 'sales'] as const;

/** The answer of all other services to a question, that nothing lies on its days. */
const answer = (asked: number): Promise<void> =>
  service.hear(treasury.coop, (tx) => {
    for (const name of OTHERS)
      tx.publish(booksCounted[name], `books/${name}`, asked, { season: '2025', asked, days: [] });
  });

const change = async (to: string): Promise<void> => {
  const { body } = await treasury.treasurer.get('/seasons/2025').expect(200);
  await treasury.treasurer.patch('/seasons/2025', { to }, body.version).expect(200);
  await treasury.doors('2025', 'changing');
};

const cancel = () => treasury.treasurer.post('/seasons/2025/change/cancellation', {});

const asked = async (): Promise<{ state: string }> => (await treasury.treasurer.get('/seasons/2025/change')).body;

describe('a question about a season that nobody has answered', () => {
  test('is taken back: the season is as it was and takes records, and a late answer changes nothing', async () => {
    await change('2026-03-31');
    expect((await cancel().expect(201)).body).toMatchObject({ code: '2025', state: 'open' });
    await treasury.doors('2025', 'open');
    expect(await asked()).toMatchObject({ state: 'cancelled' });
    await treasury.treasurer.post('/expenses', { rows: [expense('E1', { spentOn: '2026-06-20' })] }).expect(201);
    await answer(2);
    expect((await treasury.treasurer.get('/seasons/2025')).body).toMatchObject({ to: season()['to'], state: 'open' });
    const ofSeason = (await treasury.told()).filter((told) => told.includes('season/2025'));
    expect(ofSeason).toEqual(['season-opened', 'season-changing', 'season-changed'].map(inOrder));
    expect((await cancel().expect(409)).body.code).toBe('nothing-asked');
  });

  test('leaves room for the next, to which the late answer is none', async () => {
    await treasury.treasurer.post('/seasons/2025/withdrawal', { season: '2025', reason: 'twice' }).expect(201);
    await cancel().expect(201);
    await treasury.doors('2025', 'open');
    await change('2026-03-31');
    await answer(2);
    expect(await asked()).toMatchObject({ state: 'asking' });
    await answer(4);
    expect(await until(async (see) => (see(await asked()).state === 'done' ? 'done' : undefined))).toBe('done');
    expect((await treasury.treasurer.get('/seasons/2025')).body).toMatchObject({ to: '2026-03-31', state: 'open' });
  });

  test('is either answered or taken back, whichever comes first', async () => {
    await change('2026-03-31');
    const last = { begin: () => answer(2), at: 'inbox:applied', type: booksCounted.sales.type };
    let late: Promise<{ status: number; body: { code?: string } }> | undefined;
    await whileHeld(last, async () => {
      late = cancel().then((refused) => refused);
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await until(async (see) => see((await service.sql.query(waiting)).rowCount) || undefined);
    });
    const refused = await late;
    expect([refused?.status, refused?.body.code]).toEqual([409, 'nothing-asked']);
    expect((await treasury.treasurer.get('/seasons/2025')).body).toMatchObject({ to: '2026-03-31', state: 'open' });
  });

  test('is for the treasurer to take back', async () => {
    await change('2026-03-31');
    await treasury.manager.post('/seasons/2025/change/cancellation', {}).expect(403);
    await treasury.president.post('/seasons/2025/change/cancellation', {}).expect(403);
  });
});

const inOrder = (kind: string, index: number): string => `${kind} season/2025 ${index + 1}`;
