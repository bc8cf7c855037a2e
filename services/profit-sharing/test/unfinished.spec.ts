import { booksUnfinished, saleRecorded, workConfirmed, type UnfinishedThing } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import { until } from '@ayni/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { delivery, expense, sale, startProfitSharing, Treasury, work } from './treasury.js';
import { deliveryReceived } from '@ayni/contracts';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
  await treasury.open();
  await service.hear(treasury.coop, (tx) => {
    tx.publish(saleRecorded, 'sale/R1', 1, sale('R1', '100.00'));
    tx.publish(deliveryReceived, 'delivery/D1', 1, delivery('D1', '003', '10.00'));
    tx.publish(workConfirmed, 'work/W1', 1, work('W1', '001', 240));
  });
  await until(async (see) => see(await treasury.count('work_records')) === 1 || undefined);
});

const UNCONFIRMED: UnfinishedThing = { kind: 'unconfirmed-work', of: '002', records: 2, sum: '150' };
const CREDIT: UnfinishedThing = { kind: 'uncollected-credit', of: 'Viacha', records: 1, sum: '4050' };

/** Brings in what services tell of what is unfinished. */
async function tell(
  seq: number,
  ...told: readonly ['production' | 'sales', readonly UnfinishedThing[]][]
): Promise<void> {
  await service.hear(treasury.coop, (tx) => {
    for (const [name, things] of told)
      tx.publish(booksUnfinished[name], `books/unfinished/${name}`, seq, { season: '2025', things: [...things] });
  });
  for (const [name] of told)
    await until(async (see) => {
      const { rows } = await service.sql.query<{ seq: number }>(
        'SELECT seq FROM season_unfinished WHERE coop_id = $1 AND service = $2',
        [treasury.coop, name],
      );
      return see(rows[0]?.seq) === seq || undefined;
    });
}

const close = (more: object = {}) => treasury.treasurer.post('/seasons/2025/closing', { season: '2025', ...more });
const shown = async (what: 'preview' | 'closing') =>
  (await treasury.treasurer.get(`/seasons/2025/${what}`).expect(200)).body;

test('what services have unfinished is listed by preview and closing alike, each with where it is settled', async () => {
  await tell(1, ['production', [UNCONFIRMED]], ['sales', [CREDIT]]);
  const { unfinished } = await shown('preview');
  expect(unfinished).toEqual([
    {
      ...{ ...UNCONFIRMED, service: 'production', day: null, unit: 'min' },
      ...{ mayStay: 'with-reason', settledAt: '/api/production/v1/work?confirmed=false' },
    },
    {
      ...{ ...CREDIT, sum: '40.50', service: 'sales', day: null, unit: null },
      ...{ mayStay: 'with-reason', settledAt: '/api/sales/v1/sales?payment=credit' },
    },
  ]);
  expect(await shown('closing')).toMatchObject({ unfinished, left: null });
});

test('a season is not closed over what is unfinished without a reason; the refusal names each', async () => {
  await tell(1, ['production', [UNCONFIRMED]], ['sales', [CREDIT]]);
  const refused = await close().expect(409);
  expect(refused.body).toMatchObject({ code: 'season-unfinished', pointer: '/reason' });
  expect(refused.body.errors.map(({ code }: { code: string }) => code)).toEqual([
    'season-unfinished',
    'unconfirmed-work',
    'uncollected-credit',
  ]);
  expect(refused.body.errors[1].detail).toContain('002');
  // nothing in the place of a reason is none
  const nothing = { early: null, to: null, reason: null, resolution: null };
  expect((await close(nothing).expect(409)).body.code).toBe('season-unfinished');
  await tell(2, ['production', []], ['sales', []]);
  await close().expect(201);
});

test('with a reason it closes, and what was left is kept with it', async () => {
  await tell(1, ['production', [UNCONFIRMED]]);
  await close({ reason: 'she is away' }).expect(201);
  await treasury.doors('2025', 'closing');
  const reports = await treasury.reports();
  for (const name of ['members', 'production', 'inventory', 'sales'] as const)
    await treasury.report(name, reports[name]);
  await treasury.doors('2025', 'closed');
  // what is told of it later changes nothing of what was left
  await tell(2, ['production', []]);
  expect(await shown('closing')).toMatchObject({
    state: 'closed',
    unfinished: [{ kind: 'unconfirmed-work', of: '002', sum: '150' }],
    left: { reason: 'she is away', by: 'tina' },
  });
});

test('what is written as the doors are shut holds the closing up until there is a reason', async () => {
  await close().expect(201);
  await treasury.doors('2025', 'closing');
  await tell(1, ['production', [UNCONFIRMED]]);
  const reports = await treasury.reports();
  for (const name of ['members', 'production', 'inventory', 'sales'] as const)
    await treasury.report(name, reports[name]);
  await until(async (see) => {
    const { services } = await shown('closing');
    return see(services).every(({ reported }: { reported: boolean }) => reported) || undefined;
  });
  expect(await shown('closing')).toMatchObject({ state: 'closing', lacking: [], left: null });
  expect((await close().expect(409)).body.code).toBe('season-not-open');
  await close({ reason: 'it came late' }).expect(201);
  await treasury.doors('2025', 'closed');
});

test('own books are asked as they are: a day of no season takes a reason, and is gone once it is taken back', async () => {
  await treasury.treasurer.post('/expenses', { rows: [expense('E1', { spentOn: '2025-06-30' })] }).expect(201);
  const refused = await close().expect(409);
  expect(refused.body.errors[1]).toMatchObject({ code: 'no-season' });
  expect(refused.body.errors[1].detail).toContain('30 de junio de 2025');
  await treasury.treasurer.post('/expenses/E1/reversal', { reason: 'wrong day' }).expect(201);
  await close().expect(201);
});
