import { userChanged } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { expense, season, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
/** The run that is to be reversed, and what the books said before it was approved. */
let run: string;
let before: Record<string, string>;

beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
  await treasury.open();
  await treasury.trade();
  await treasury.close();
  before = await standing();
  run = await treasury.shareOut();
});

/** The balances of the ledger that are not zero. */
async function standing(): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await treasury.balances()).filter(([, balance]) => balance !== '0.00'));
}

const ask = (id = run, who = treasury.treasurer) =>
  who.post(`/runs/${id}/reversal/proposal`, { reason: 'a sheet of work was forgotten' });
const confirm = (resolution: string, id = run, who = treasury.president) =>
  who.post(`/runs/${id}/reversal/approval`, { resolution });

async function resolve(number: string, id = run, more: object = {}): Promise<void> {
  await treasury.resolve(number, [{ ...(await treasury.sharesOf(id)), kind: 'run-reversal' }], more);
}

async function reverse(id = run, number = `rev-${id.slice(-6)}`): Promise<void> {
  await resolve(number, id);
  await ask(id).expect(201);
  await confirm(number, id).expect(201);
}

const stateOf = async (id: string): Promise<unknown> =>
  (await treasury.president.get(`/runs/${id}`).expect(200)).body.state;

test('a run is reversed by a second person under a resolution that says so, and the books are as before it', async () => {
  await resolve('rev');
  await resolve('lost', run, { votesFor: 1 });
  expect((await confirm('rev').expect(409)).body.code).toBe('reversal-not-proposed');
  for (const other of [treasury.president, treasury.manager, treasury.eva, treasury.integrator])
    await ask(run, other).expect(403);
  await ask().expect(201);
  expect((await ask().expect(409)).body.code).toBe('reversal-proposed');
  expect((await confirm('rev', run, treasury.treasurer).expect(403)).body.code).toBe('second-person-needed');
  expect((await confirm('res-2025').expect(409)).body.code).toBe('resolution-covers-other');
  expect((await confirm('lost').expect(409)).body.code).toBe('resolution-not-carried');
  // until it is confirmed, the run stands
  expect(await stateOf(run)).toBe('approved');

  await confirm('rev').expect(201);
  expect((await treasury.president.get(`/runs/${run}`).expect(200)).body).toMatchObject({
    state: 'reversed',
    reversalProposedBy: 'tina',
    reversalReason: 'a sheet of work was forgotten',
    reversedBy: 'paula',
    reversalResolution: 'rev',
    resolution: 'res-2025',
  });
  expect(await standing()).toEqual(before);
  expect((await treasury.told()).at(-1)).toBe(`run-reversed run/${run} 3`);
  expect((await confirm('rev').expect(409)).body.code).toBe('wrong-state');
  expect((await ask().expect(409)).body.code).toBe('wrong-state');
  // of the day of the reversal, not of the approval
  const { rows } = await service.sql.query(
    `SELECT posting, count(*)::int AS n, bool_and(day = '2027-08-02') AS today FROM ledger_entries
     WHERE coop_id = $1 AND source = 'run' GROUP BY posting ORDER BY posting`,
    [treasury.coop],
  );
  expect(rows).toEqual([
    { posting: 'record', n: 1, today: true },
    { posting: 'reversal', n: 1, today: true },
  ]);
});

test('debts are owed again, ties and coins are as before, and the same run again comes to the same', async () => {
  const debts = async (): Promise<unknown> => (await treasury.treasurer.get('/debts').expect(200)).body.items;
  expect(await debts()).toMatchObject([{ code: 'A1', setOff: '86.10', left: '0.00' }]);
  await reverse();
  expect(await debts()).toMatchObject([{ code: 'A1', setOff: '0.00', left: '86.10' }]);
  const [old, again] = [run, await treasury.calculate()];
  expect(await treasury.sharesOf(again)).toEqual(await treasury.sharesOf(old));
});

test('another run takes its place, and the household accounts hold its figures alone', async () => {
  await reverse();
  const { ruleSet } = season();
  if (typeof ruleSet !== 'object') throw new Error('a season has rules');
  await treasury.resolve('rules-2', [{ kind: 'rules', season: '2025' }]);
  await treasury.treasurer
    .post('/seasons/2025/rules', {
      cashUnit: '0.10',
      ruleSet: { ...ruleSet, bases: [{ basis: 'equal', percent: '100.00' }] },
      resolution: 'rules-2',
    })
    .expect(201);
  const other = await treasury.calculate();
  await treasury.propose(other);
  await treasury.resolve('again', [await treasury.sharesOf(other)]);
  await treasury.president.post(`/runs/${other}/approval`, { resolution: 'again' }).expect(201);
  const { households } = (await treasury.president.get(`/runs/${other}`).expect(200)).body.outcome;
  const payable = Object.fromEntries(
    Object.entries(await treasury.balances()).filter(([account]) => account.startsWith('shares-payable')),
  );
  expect(payable).toEqual(
    Object.fromEntries(
      households.map(({ household, paid }: Record<string, string>) => [`shares-payable ${household}`, paid]),
    ),
  );
  for (const [id, state] of [
    [run, 'reversed'],
    [other, 'approved'],
  ] as const) {
    expect(await stateOf(id)).toBe(state);
    const { body } = await treasury.president.get(`/runs/${id}/verification`).expect(200);
    expect(body).toMatchObject({ frozen: { equal: true }, ledger: { equal: true } });
  }
});

test('only the run that was approved last is reversed, then the one before it', async () => {
  await treasury.open('2026');
  await treasury.treasurer
    .post('/expenses', { rows: [expense('E2026', { spentOn: '2026-08-04', amount: '20.00' })] })
    .expect(201);
  await treasury.close('2026');
  const waiting = await treasury.calculate('2026');
  await treasury.propose(waiting);
  await treasury.resolve('waiting', [await treasury.sharesOf(waiting)]);
  await ask().expect(201);
  const next = await treasury.shareOut('2026');
  await resolve('rev');
  expect((await confirm('rev').expect(409)).body).toMatchObject({ code: 'run-followed' });
  await treasury.treasurer.post(`/runs/${run}/reversal/rejection`, {}).expect(201);
  expect((await ask().expect(409)).body.code).toBe('run-followed');
  await reverse(next);
  await reverse(run, 'rev-2');
  expect([await stateOf(run), await stateOf(next)]).toEqual(['reversed', 'reversed']);
  const ofLater = await treasury.treasurer.post('/seasons/2026/runs', {}).expect(409);
  expect(ofLater.body.code).toBe('earlier-season-unshared');
  const first = await treasury.calculate();
  await treasury.propose(first);
  await treasury.resolve('first', [await treasury.sharesOf(first)]);
  await treasury.president.post(`/runs/${first}/approval`, { resolution: 'first' }).expect(201);
  // each stays verifiable against the books as they were when it was worked out
  for (const id of [run, next, first])
    expect((await treasury.president.get(`/runs/${id}/verification`).expect(200)).body.equal).toBe(true);
});

test('a run worked out before a reversal is worked out again', async () => {
  await treasury.open('2026');
  await treasury.treasurer
    .post('/expenses', { rows: [expense('E2026', { spentOn: '2026-08-04', amount: '20.00' })] })
    .expect(201);
  await treasury.close('2026');
  const stale = await treasury.calculate('2026');
  await treasury.propose(stale);
  await reverse();
  const again = await treasury.calculate();
  await treasury.propose(again);
  await treasury.resolve('again', [await treasury.sharesOf(again)]);
  await treasury.president.post(`/runs/${again}/approval`, { resolution: 'again' }).expect(201);
  await treasury.resolve('stale', [await treasury.sharesOf(stale)]);
  const refused = await treasury.president.post(`/runs/${stale}/approval`, { resolution: 'stale' }).expect(409);
  expect(refused.body.code).toBe('run-outdated');
});

test('a run is reversed once, however many confirm it, ask for it and put it aside at once', async () => {
  await resolve('rev');
  await ask().expect(201);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 5 === 4 ? ask() : confirm('rev'))));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(await treasury.count(`(SELECT coop_id FROM ledger_entries WHERE source = 'run') e`)).toBe(2);
  expect(await standing()).toEqual(before);
});

test('a run is not reversed by another user who is the member that asked for it', async () => {
  await service.hear(treasury.coop, (tx) => {
    for (const name of ['tina', 'twin'])
      tx.publish(userChanged, `user/${name}`, 1, {
        ...{ name, version: 1, active: true, member: '001' },
        roles: ['treasurer', 'president'],
      });
  });
  await resolve('rev');
  await ask().expect(201);
  const twin = await service.signIn(treasury.coop, { user: 'twin', roles: ['president'], member: '001' });
  expect((await confirm('rev', run, twin).expect(403)).body.code).toBe('second-person-needed');
  expect(await stateOf(run)).toBe('approved');
});

test('a row of an approved run that somebody edited in the database is found by verifying it, and named', async () => {
  const found = async (edit: string): Promise<unknown> => {
    await service.sql.query('BEGIN');
    try {
      await service.sql.query(`SET LOCAL session_replication_role = 'replica'`);
      await service.sql.query(edit, [run]);
      await service.sql.query('COMMIT');
    } catch (fault) {
      await service.sql.query('ROLLBACK');
      throw fault;
    }
    return (await treasury.president.get(`/runs/${run}/verification`).expect(200)).body.ledger.differences;
  };
  const equal = { equal: true, ledger: { differences: [] } };
  expect((await treasury.president.get(`/runs/${run}/verification`).expect(200)).body).toMatchObject(equal);
  const ofFund = `WHERE source = 'run' AND code = $1 AND account = 'funds' AND party = 'education'`;
  expect(await found(`UPDATE ledger_lines SET credit = credit + 1 ${ofFund}`)).toEqual([
    { figure: '/postings/record/funds education', frozen: '40.34', now: '40.35' },
    { figure: '/totals/funds education', frozen: '40.35', now: '40.34' },
  ]);
  await found(`UPDATE ledger_lines SET credit = credit - 1 ${ofFund}`);
  const ofFamily = `WHERE run = $1 AND household = 'F02'`;
  expect(
    await found(`UPDATE run_households SET figures = jsonb_set(figures::jsonb, '{paid}', '"145.00"') ${ofFamily}`),
  ).toEqual([{ figure: '/statements/households/F02/paid', frozen: '144.00', now: '145.00' }]);
  await found(`UPDATE run_households SET figures = jsonb_set(figures::jsonb, '{paid}', '"144.00"') ${ofFamily}`);
  expect(await found(`UPDATE run_debts SET amount_taken = amount_taken - 1 WHERE run = $1`)).not.toEqual([]);
  await found(`UPDATE run_debts SET amount_taken = amount_taken + 1 WHERE run = $1`);
  const { pool } = (await treasury.president.get(`/runs/${run}`).expect(200)).body.outcome;
  const printed = (amount: string): string =>
    `UPDATE run_summaries SET summary = jsonb_set(summary::jsonb, '{outcome,pool}', '"${amount}"') WHERE run = $1`;
  const added = (table: string, column: string, more: string): string =>
    `UPDATE ${table} t SET ${column} = ${column} + ${more} FROM runs r WHERE r.id = $1 AND r.coop_id = t.coop_id`;
  for (const [edit, undo, figure] of [
    [printed('1.00'), printed(String(pool)), '/printed/summary/outcome/pool'],
    [
      `UPDATE run_ties SET ties_won = ties_won + 1 WHERE run = $1`,
      `UPDATE run_ties SET ties_won = ties_won - 1 WHERE run = $1`,
      '/statements/members/001/tiesWon',
    ],
    [
      `UPDATE run_households SET carried_before = '9.00' ${ofFamily}`,
      `UPDATE run_households SET carried_before = '0.00' ${ofFamily}`,
      '/statements/carried/F02/carried',
    ],
    [
      `UPDATE runs SET fingerprint = 'x' || fingerprint WHERE id = $1`,
      `UPDATE runs SET fingerprint = substr(fingerprint, 2) WHERE id = $1`,
      '/printed/fingerprint',
    ],
    [
      `UPDATE runs SET resolution = 'x' || resolution WHERE id = $1`,
      `UPDATE runs SET resolution = substr(resolution, 2) WHERE id = $1`,
      '/printed/resolution',
    ],
    // of no figure of the run: what was posted says otherwise
    [added('account_totals', 'credit', '1'), added('account_totals', 'credit', '-1'), '/totals/cash'],
    [
      added('expenses', 'amount', '1'),
      added('expenses', 'amount', '-1'),
      expect.stringMatching(/^\/documents\/expense /),
    ],
  ]) {
    expect(await found(String(edit))).toContainEqual(expect.objectContaining({ figure }));
    expect(await found(String(undo))).toEqual([]);
  }
  await reverse();
  expect((await treasury.president.get(`/runs/${run}/verification`).expect(200)).body).toMatchObject(equal);
});

test('what a reversed run froze, and who approved it, never changes, whoever tries', async () => {
  await reverse();
  for (const change of [
    `UPDATE runs SET outcome = '{}' WHERE id = $1`,
    `UPDATE runs SET state = 'approved', reversal = NULL WHERE id = $1`,
    `UPDATE runs SET approved_by = 'x' WHERE id = $1`,
    'DELETE FROM runs WHERE id = $1',
  ])
    await expect(service.sql.query(change, [run])).rejects.toThrow('never changes');
});

describe('a closed season', () => {
  const reopen = (resolution: string, more: object = {}, who = treasury.treasurer) =>
    who.post('/seasons/2025/reopening', { season: '2025', reason: 'a receipt turned up', resolution, ...more });
  const seasonState = async (): Promise<unknown> => (await treasury.eva.get('/seasons/2025').expect(200)).body.state;
  const late = () => treasury.treasurer.post('/expenses', { rows: [expense('LATE', { amount: '6.72' })] });

  test('is locked while its shares are approved, and opened again only once they are reversed', async () => {
    await treasury.resolve('open', [{ kind: 'reopening', season: '2025' }]);
    expect(await seasonState()).toBe('locked');
    expect((await reopen('open').expect(409)).body).toMatchObject({ code: 'season-has-approved-run' });
    await reverse();
    expect(await seasonState()).toBe('closed');
    expect((await late().expect(409)).body.code).toBe('season-closed');

    const waiting = await treasury.calculate();
    expect((await reopen('open', { season: '2026' }).expect(400)).body.code).toBe('season-not-named');
    expect((await reopen('res-2025').expect(409)).body.code).toBe('resolution-covers-other');
    for (const other of [treasury.manager, treasury.eva, treasury.integrator])
      await reopen('open', {}, other).expect(403);
    await reopen('open').expect(201);
    await treasury.doors('2025', 'open');
    expect(await stateOf(waiting)).toBe('superseded');
    expect((await treasury.told()).at(-1)).toBe('season-reopened season/2025 4');
    const trail = (await treasury.eva.get('/seasons/2025/changes').expect(200)).body.items;
    expect(trail).toMatchObject([
      { field: 'reason', after: 'a receipt turned up', changedBy: 'tina' },
      { field: 'resolution', after: 'open' },
      { field: 'state', before: 'closed', after: 'open' },
    ]);
    expect((await reopen('open').expect(409)).body.code).toBe('season-not-closed');
    expect((await treasury.treasurer.post('/seasons/2025/runs', {}).expect(409)).body.code).toBe('season-not-closed');

    await late().expect(201);
    await treasury.close('2025', 2);
    const next = await treasury.calculate();
    expect((await treasury.president.get(`/runs/${next}`).expect(200)).body.outcome.result).toBe('800.00');
    // the resolution is used up
    expect((await reopen('open').expect(409)).body.code).toBe('resolution-used');
  });

  test('that is closed again waits for a new report of each service, whatever the earlier ones said', async () => {
    await reverse();
    await treasury.resolve('open', [{ kind: 'reopening', season: '2025' }]);
    await reopen('open').expect(201);
    await treasury.doors('2025', 'open');
    await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(201);
    await treasury.doors('2025', 'closing');
    // they were under way when the season was reopened
    const now = await treasury.reports();
    for (const name of ['members', 'production', 'inventory', 'sales'] as const)
      await treasury.report(name, { ...now[name], closing: 2 }, 8);
    const { services } = (await treasury.president.get('/seasons/2025/closing').expect(200)).body;
    const reported = services.filter((each: { reported: boolean }) => each.reported);
    expect(reported).toMatchObject([{ service: 'profit-sharing' }]);
    expect(await seasonState()).toBe('closing');
    for (const name of ['members', 'production', 'inventory', 'sales'] as const)
      await treasury.report(name, now[name], 9);
    await treasury.doors('2025', 'closed');
  });

  test('before one whose shares are approved stays closed', async () => {
    await reverse();
    const again = await treasury.calculate();
    await treasury.propose(again);
    await treasury.resolve('again', [await treasury.sharesOf(again)]);
    await treasury.president.post(`/runs/${again}/approval`, { resolution: 'again' }).expect(201);
    await treasury.open('2026');
    await treasury.treasurer
      .post('/expenses', { rows: [expense('E2026', { spentOn: '2026-08-04', amount: '20.00' })] })
      .expect(201);
    await treasury.close('2026');
    await treasury.shareOut('2026');
    await treasury.resolve('open', [{ kind: 'reopening', season: '2025' }]);
    expect((await reopen('open').expect(409)).body.code).toBe('season-has-approved-run');
    // of an early one that was never shared, the later one is named
    await treasury.open('2024', { from: '2024-07-01', to: '2025-06-30' });
    await treasury.close('2024');
    await treasury.resolve('early', [{ kind: 'reopening', season: '2024' }]);
    const refused = await treasury.treasurer
      .post(
        '/seasons/2024/reopening',
        { season: '2024', reason: 'a receipt turned up', resolution: 'early' },
        { 'accept-language': 'en' },
      )
      .expect(409);
    expect(refused.body.detail).toContain('season 2025 has approved shares');
  });
});
