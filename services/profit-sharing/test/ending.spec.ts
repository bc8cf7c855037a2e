import { saleRecorded, workConfirmed } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import { until } from '@ayni/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { expense, sale, season, startProfitSharing, Treasury, work } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
});

/** Until profit-sharing knows a resolution that decides a thing of a season. */
async function resolved(number: string, kind: 'rules' | 'early-end', season: string, votesFor = 20): Promise<void> {
  const before = await treasury.count('resolution_covers');
  await treasury.resolve(number, [{ kind, season }], { votesFor });
  await until(async (see) => see(await treasury.count('resolution_covers')) > before || undefined);
}

describe('a season whose last day is not over', () => {
  // the clock of the service stands at 2 August 2027
  const close = (more: object = {}) => treasury.treasurer.post('/seasons/2027/closing', { season: '2027', ...more });
  const early = (more: object = {}): object => ({
    early: true,
    to: '2027-07-31',
    reason: 'frost',
    resolution: 'R-1',
    ...more,
  });
  beforeEach(() => treasury.open('2027'));

  test('is not closed, and stays open for its days', async () => {
    const refused = await close().expect(409);
    expect(refused.body.code).toBe('season-not-over');
    await treasury.treasurer.post('/expenses', { rows: [expense('E1', { spentOn: '2027-08-01' })] }).expect(201);
    expect(await treasury.told()).not.toContain('season-closing season/2027 2');
  });

  test.each([
    ['without a reason', { reason: undefined }, 400, 'bad-field', '/reason'],
    ['without a resolution', { resolution: undefined }, 400, 'bad-field', '/resolution'],
    ['without its last day', { to: undefined }, 400, 'bad-field', '/to'],
    ['by a resolution that nobody knows', { resolution: 'R-9' }, 400, 'unknown-reference', '/resolution'],
    ['by a resolution that was not carried', { resolution: 'R-0' }, 409, 'resolution-not-carried', '/resolution'],
    ['by a resolution of something else', { resolution: 'R-2' }, 409, 'resolution-covers-other', '/resolution'],
    ['tomorrow', { to: '2027-08-03' }, 400, 'bad-last-day', '/to'],
    ['before its first day', { to: '2027-06-30' }, 400, 'bad-last-day', '/to'],
    ['with a last day but not early', { early: false, to: '2027-07-31' }, 400, 'unknown-field', '/to'],
  ])('does not end %s', async (_, more, status, code, pointer) => {
    await resolved('R-1', 'early-end', '2027');
    await resolved('R-0', 'early-end', '2027', 1);
    await resolved('R-2', 'rules', '2027');
    const refused = await close(early(more)).expect(status);
    expect(refused.body).toMatchObject({ code, pointer });
  });

  test('ends early by a resolution, on the day named, and the next one begins the day after', async () => {
    await resolved('R-1', 'early-end', '2027');
    await close(early()).expect(201);
    await treasury.doors('2027', 'closing');
    const shut = await treasury.treasurer.post('/expenses', { rows: [expense('E1', { spentOn: '2027-07-31' })] });
    expect(shut.body.code).toBe('season-closed');
    await treasury.treasurer.post('/expenses', { rows: [expense('E2', { spentOn: '2027-08-01' })] }).expect(201);
    const next = season('next', { from: null, to: '2028-07-31' });
    await treasury.treasurer.post('/seasons', { rows: [next] }).expect(201);
    const shown = await treasury.treasurer.get('/seasons/2027').expect(200);
    expect(shown.body).toMatchObject({ to: '2027-07-31', state: 'closing' });
    const after = await treasury.treasurer.get('/seasons/next').expect(200);
    expect(after.body).toMatchObject({ from: '2027-08-01', to: '2028-07-31' });
  });
});

test('a season is closed only by whoever names it once more', async () => {
  await treasury.open();
  const refused = await treasury.treasurer.post('/seasons/2025/closing', { season: '2026' }).expect(400);
  expect(refused.body).toMatchObject({ code: 'season-not-named', pointer: '/season' });
  await treasury.treasurer.post('/seasons/2025/closing', {}).expect(400);
});

describe('rules by which nothing can be shared, as nobody delivered', () => {
  const { ruleSet } = season();
  const ruled = (...bases: readonly [string, string][]): object => ({
    cashUnit: '0.10',
    ruleSet: Object.assign({}, ruleSet, { bases: bases.map(([basis, percent]) => ({ basis, percent })) }),
  });
  const amend = (rules: object) => treasury.treasurer.post('/seasons/2025/rules', rules);
  const VOTES = ['R-1', 'R-2', 'R-3'];
  /** Amends the rules by the next resolution of the assembly. */
  let votes: Iterator<string>;
  const vote = (rules: object) => amend({ ...rules, resolution: votes.next().value });
  const byWork = ruled(['work-minutes', '87.50'], ['equal', '12.50']);
  const byDeliveries = ruled(['value-delivered', '100.00']);

  beforeEach(async () => {
    await treasury.open();
    votes = VOTES.values();
    for (const number of VOTES) await resolved(number, 'rules', '2025');
    await service.hear(treasury.coop, (tx) => {
      tx.publish(saleRecorded, 'sale/R1', 1, sale('R1', '100.00'));
      tx.publish(workConfirmed, 'work/W1', 1, work('W1', '001', 240));
    });
    await until(async (see) => see(await treasury.count('work_records')) === 1 || undefined);
  });

  test('keep the season open, and are amended by a resolution; every version is kept and named by its run', async () => {
    const refused = await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(409);
    expect(refused.body.code).toBe('basis-without-entries');
    expect((await amend({ ...byWork, resolution: 'R-9' }).expect(400)).body.code).toBe('unknown-reference');
    expect((await vote(byWork).expect(201)).body).toMatchObject({ season: '2025', rulesVersion: 2 });
    await treasury.close();
    const run = await treasury.calculate();
    const { body } = await treasury.treasurer.get(`/runs/${run}`).expect(200);
    expect(body.rulesVersion).toBe(2);
    const pools = body.outcome.bases.map(({ basis, pool }: { basis: string; pool: string }) => [basis, pool]);
    expect(pools).toEqual([
      ['work-minutes', '74.38'],
      ['equal', '10.62'],
    ]);
    const versions = await treasury.treasurer.get('/seasons/2025/rules').expect(200);
    expect(versions.body.items).toMatchObject([
      { version: 1, resolution: null, recordedBy: 'tina' },
      {
        version: 2,
        resolution: expect.any(String),
        ruleSet: { bases: expect.any(Array) },
      },
    ]);
    const verified = await treasury.treasurer.get(`/runs/${run}/verification`).expect(200);
    expect(verified.body.equal).toBe(true);
  });

  test('that are voted while a run waits for the assembly make that run outdated', async () => {
    await vote(byWork).expect(201);
    await treasury.close();
    const run = await treasury.calculate();
    const left = await treasury.calculate();
    await treasury.treasurer.post(`/runs/${run}/proposal`, {}).expect(201);
    await vote(ruled(['work-minutes', '100.00'])).expect(201);
    expect((await treasury.treasurer.post(`/runs/${left}/proposal`, {}).expect(409)).body.code).toBe('run-outdated');
    await treasury.resolve('shares', [await treasury.sharesOf(run)]);
    const approval = await treasury.president.post(`/runs/${run}/approval`, { resolution: 'shares' }).expect(409);
    expect(approval.body.code).toBe('run-outdated');
    expect(approval.body.detail).toContain('se votaron otras reglas');
    expect((await treasury.treasurer.get(`/runs/${run}/verification`).expect(200)).body.equal).toBe(true);
    await treasury.shareOut();
    expect((await vote(byWork).expect(409)).body.code).toBe('run-exists');
  });

  test('hold a season that is closing, which says so, and closes when they are amended', async () => {
    await vote(byWork).expect(201);
    await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(201);
    await treasury.doors('2025', 'closing');
    await vote(byDeliveries).expect(201);
    const reports = await treasury.reports();
    for (const name of ['members', 'production', 'inventory', 'sales'] as const)
      await treasury.report(name, reports[name]);
    const closing = await until(async (see) => {
      const { body } = await treasury.treasurer.get('/seasons/2025/closing').expect(200);
      return see(body.services).every(({ reported }: { reported: boolean }) => reported) ? body : undefined;
    });
    expect(closing).toMatchObject({ state: 'closing', lacking: [] });
    expect(closing.unshared).toContain('basis-without-entries');
    await vote(byWork).expect(201);
    await treasury.doors('2025', 'closed');
  });

  test('are seen in a preview, at any time, which nobody can propose, and in the closing that is to come', async () => {
    const look = async () => (await treasury.treasurer.get('/seasons/2025/preview').expect(200)).body;
    const before = await look();
    expect(before).toMatchObject({ preview: true, state: 'open', outcome: null });
    expect(before.unshared).toContain('basis-without-entries');
    expect(before.unfinished).toMatchObject([
      { kind: 'basis-without-entries', of: 'value-delivered', mayStay: 'never' },
    ]);
    const closing = (await treasury.treasurer.get('/seasons/2025/closing').expect(200)).body;
    expect(closing).toMatchObject({ state: 'open', unshared: before.unshared, unfinished: before.unfinished });
    await vote(byWork).expect(201);
    const after = await look();
    expect(after).toMatchObject({ unshared: null, unfinished: [] });
    expect(after.outcome.bases[0]).toMatchObject({ basis: 'work-minutes', pool: '74.38' });
    expect(await treasury.count('runs')).toBe(0);
    await treasury.eva.get('/seasons/2025/preview').expect(403);
  });
});

test('a preview names the days before its end that no season has', async () => {
  await treasury.open();
  await treasury.treasurer.post('/expenses', { rows: [expense('E1', { spentOn: '2025-06-30' })] }).expect(201);
  await treasury.treasurer.post('/expenses', { rows: [expense('E2', { spentOn: '2026-07-01' })] }).expect(201);
  const { body } = await treasury.treasurer.get('/seasons/2025/preview').expect(200);
  expect(body.unfinished).toMatchObject([{ kind: 'no-season', of: 'expense', day: '2025-06-30', records: 1 }]);
});
