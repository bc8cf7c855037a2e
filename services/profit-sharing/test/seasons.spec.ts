import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { season, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
});

describe('seasons', () => {
  test('are opened with their rules and told on without them; the same ones again change nothing', async () => {
    const first = await treasury.treasurer.post('/seasons', { rows: [season(), season('2026')] }).expect(201);
    expect(first.body).toMatchObject({ recorded: 2, unchanged: 0 });
    const again = await treasury.treasurer.post('/seasons', { rows: [season()] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1, command: { events: {} } });
    expect(await service.told(treasury.coop)).toMatchObject([
      { aggregate: 'season/2025', seq: 1, data: { code: '2025', from: '2025-07-01', until: '2026-07-01' } },
      { aggregate: 'season/2026', seq: 1 },
    ]);
    expect((await treasury.eva.get('/seasons/2025').expect(200)).body).toMatchObject({ ...season(), state: 'open' });
    expect((await treasury.eva.get('/seasons').expect(200)).body.items).toHaveLength(2);
    await treasury.eva.get('/seasons/2031').expect(404);
  });

  test('refuse another season under a known code', async () => {
    await treasury.open();
    const other = await treasury.treasurer.post('/seasons', { rows: [season('2025', { name: 'x' })] }).expect(409);
    expect(other.body).toMatchObject({ code: 'code-taken', pointer: '/rows/0/code' });
  });

  test('never share a day, neither with a known one nor within a load nor when two come at once', async () => {
    await treasury.open();
    const late = season('late', { from: '2026-06-30', to: '2026-12-31' });
    const refused = await treasury.treasurer.post('/seasons', { rows: [season('2026'), late] }).expect(409);
    expect(refused.body).toMatchObject({ code: 'seasons-overlap', pointer: '/rows/1/from' });
    const early = season('early', { from: '2027-01-01', to: '2027-01-31' });
    const among = await treasury.treasurer.post('/seasons', { rows: [season('2026'), early] }).expect(409);
    expect(among.body).toMatchObject({ code: 'seasons-overlap', pointer: '/rows/1/from' });
    const known = await treasury.treasurer.post('/seasons', { rows: [late] }).expect(409);
    expect(known.body).toMatchObject({ code: 'seasons-overlap', pointer: '/rows/0/from' });
    const rush = await Promise.all(
      ['a', 'b', 'c'].map((code) =>
        treasury.treasurer.post('/seasons', { rows: [season(code, { from: '2026-07-01', to: '2026-07-31' })] }),
      ),
    );
    expect(rush.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await treasury.count('fiscal_seasons')).toBe(2);
    await expect(
      service.sql.query(
        `INSERT INTO fiscal_seasons SELECT coop_id, 'x', name, from_day, until_day, rule_set, digest, opened_by,
           opened_at, state, version FROM fiscal_seasons WHERE coop_id = $1 AND code = '2025'`,
        [treasury.coop],
      ),
    ).rejects.toThrow('share a day');
  });

  test('are tried row by row: what is wrong with each is told at its place, and nothing stays', async () => {
    const late = season('late', { from: '2026-06-30', to: '2026-12-31' });
    const rows = [season(), season('2026', { cashUnit: '0.00' }), late, season()];
    const tried = await treasury.treasurer.post('/seasons?trial=true', { rows }).expect(200);
    expect(tried.body).toMatchObject({ trial: true, recorded: 1, unchanged: 0, refused: 3 });
    expect(tried.body.faults.map(({ code, pointer }: Record<string, string>) => [code, pointer])).toEqual([
      ['bad-rule-set', '/rows/1/cashUnit'],
      ['seasons-overlap', '/rows/2/from'],
      ['duplicate-code', '/rows/3/code'],
    ]);
    expect(await treasury.count('fiscal_seasons')).toBe(0);
    expect(await service.told(treasury.coop)).toEqual([]);
  });

  test('are told all that is wrong with each when they are tried: its code, its days and its rules', async () => {
    await treasury.open();
    const bare = { ...season('2026', { to: '2026-06-29' }), ruleSet: undefined };
    const rows = [
      season('2025', { to: '2025-01-01', cashUnit: '0.00' }),
      season('2027', { from: '2026-06-30', to: '2027-06-30', cashUnit: '0.00' }),
      { ...bare, ownRuleSet: 'none' },
      season('2026', { cashUnit: '0.00' }),
    ];
    const tried = await treasury.treasurer.post('/seasons?trial=true', { rows }).expect(200);
    expect(tried.body.faults.map(({ code, pointer }: Record<string, string>) => [code, pointer])).toEqual([
      ['wrong-order', '/rows/0/to'],
      ['bad-rule-set', '/rows/0/cashUnit'],
      ['code-taken', '/rows/0/code'],
      ['seasons-overlap', '/rows/1/from'],
      ['bad-rule-set', '/rows/1/cashUnit'],
      ['wrong-order', '/rows/2/to'],
      ['unknown-reference', '/rows/2/ownRuleSet'],
      ['duplicate-code', '/rows/3/code'],
      ['bad-rule-set', '/rows/3/cashUnit'],
    ]);
    expect(await treasury.count('fiscal_seasons')).toBe(1);
  });

  const { ruleSet } = season();
  const rules = (more: object): object => ({ ruleSet: Object.assign({}, ruleSet, more) });
  const bases = (...names: string[]): object =>
    rules({ bases: names.map((basis) => ({ basis, percent: (100 / names.length).toFixed(2) })) });
  test.each([
    ['a day that does not exist', { from: '2025-02-29' }, 'bad-day', '/from'],
    ['a last day that no day follows', { to: '9999-12-31' }, 'bad-day', '/to'],
    ['an end before the start', { to: '2025-06-30' }, 'wrong-order', '/to'],
    ['a negative coin', { cashUnit: '-1' }, 'bad-amount', '/cashUnit'],
    ['a coin of nothing', { cashUnit: '0.00' }, 'bad-rule-set', '/cashUnit'],
    ['no rules', { ruleSet: 7 }, 'bad-field', '/ruleSet'],
    ['a coin among the rules', rules({ cashUnit: '0.10' }), 'unknown-field', '/ruleSet/cashUnit'],
    ['a rule that is unknown', rules({ magic: '1' }), 'bad-rule-set', '/ruleSet/magic'],
    ['bases that total 80 %', rules({ bases: [{ basis: 'equal', percent: '80' }] }), 'bad-rule-set', '/ruleSet/bases'],
    ['a basis that nobody knows', bases('equal', 'beauty'), 'bad-rule-set', '/ruleSet/bases/1/basis'],
    ['a name that no ledger can hold', rules({ code: 'x\u0000' }), 'bad-field', '/ruleSet'],
    ['a field that is not known', { days: 3 }, 'unknown-field', '/days'],
  ])('refuse %s', async (_, more, code, pointer) => {
    const refused = await treasury.treasurer.post('/seasons', { rows: [season('2025', more)] });
    expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/0${pointer}` }]);
    expect(await treasury.count('fiscal_seasons')).toBe(0);
  });

  test('name what their rules lack', async () => {
    const lacking = rules({ bases: [{ basis: 'equal' }] });
    const { body } = await treasury.treasurer.post('/seasons', { rows: [season('2025', lacking)] }).expect(400);
    expect(body).toMatchObject({ code: 'bad-rule-set', pointer: '/rows/0/ruleSet/bases/0/percent' });
    expect(body.detail).toBe('Falta el dato «porcentaje».');
  });

  test('are the treasurer’s to open and to close', async () => {
    for (const other of [treasury.president, treasury.manager, treasury.eva, treasury.integrator]) {
      await other.post('/seasons', { rows: [season()] }).expect(403);
      await other.post('/seasons/2025/closing', { season: '2025' }).expect(403);
    }
    await service
      .client()
      .post('/seasons', { rows: [season()] })
      .expect(401);
  });
});

describe('rules that set debts off', () => {
  const offsets = (order: readonly string[]): Record<string, unknown> => {
    const draft = season();
    return { ...draft, ruleSet: { ...Object(draft.ruleSet), offsets: { order } } };
  };

  test('may name every kind of debt, whether the books hold one yet or not', async () => {
    const rows = [offsets(['certificate', 'fine', 'loan', 'advance'])];
    await treasury.treasurer.post('/seasons', { rows }).expect(201);
  });

  test.each(['anticipo', 'Advance', 'advances'])(
    'are refused where they name %s, of which nothing would be set off',
    async (kind) => {
      const refused = await treasury.treasurer.post('/seasons', { rows: [offsets(['fine', kind])] }).expect(400);
      expect(refused.body).toMatchObject({ code: 'unknown-debt-kind', pointer: '/rows/0/ruleSet/offsets/order/1' });
      expect(await treasury.count('fiscal_seasons')).toBe(0);
    },
  );
});
