import { migratedAgain } from '@ayni/testing-service/migrated-again';
import { RegisterFunds1795875600000 } from '../src/persistence/migrations/20261128T1420-register-funds.js';
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
    ['care, which stays private', bases('equal', 'care-minutes'), 'basis-not-kept', '/ruleSet/bases/1/basis'],
    ['certificates', bases('certificate-days'), 'basis-not-kept', '/ruleSet/bases/0/basis'],
    ['a name that no ledger can hold', rules({ code: 'x\u0000' }), 'bad-field', '/ruleSet'],
    ['a field that is not known', { days: 3 }, 'unknown-field', '/days'],
  ])('refuse %s', async (_, more, code, pointer) => {
    const refused = await treasury.treasurer.post('/seasons', { rows: [season('2025', more)] });
    expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/0${pointer}` }]);
    expect(await treasury.count('fiscal_seasons')).toBe(0);
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

describe('a fund', () => {
  const naming = (code: string, fund: string): Record<string, unknown> => ({
    ...season(code),
    ruleSet: {
      code: 'r',
      steps: [{ kind: 'fund', fund, percent: '10.00', of: 'result', rounding: 'up' }],
      lossOrder: [{ fund }],
      bases: [{ basis: 'equal', percent: '100.00' }],
    },
  });

  const register = (...rows: object[]) => treasury.treasurer.post('/funds', { rows });

  test('that nobody registered is refused with those that are known', async () => {
    const refused = await treasury.treasurer.post('/seasons', { rows: [naming('2025', 'reserva')] }).expect(400);
    expect(refused.body).toMatchObject({ code: 'unknown-fund', pointer: '/rows/0/ruleSet/steps/0/fund' });
    expect(refused.body.detail).toContain('education, legal-reserve');
    expect(await treasury.count('fiscal_seasons')).toBe(0);
  });

  test('has a code, names in Spanish and English, and what its law calls it', async () => {
    await register({ code: 'social', nameEs: 'Previsión social' }).expect(201);
    expect((await treasury.eva.get('/funds').expect(200)).body.items).toEqual([
      { code: 'education', nameEs: 'Fondo de educación', nameEn: 'Education fund', legalName: '' },
      {
        ...{ code: 'legal-reserve', nameEs: 'Reserva legal', nameEn: 'Legal reserve' },
        legalName: 'Reserva Legal (Ley 356)',
      },
      { code: 'social', nameEs: 'Previsión social', nameEn: 'Social welfare fund', legalName: '' },
    ]);
    const other = await Treasury.of(service);
    expect((await other.eva.get('/funds').expect(200)).body.items).toHaveLength(2);
    await treasury.manager.post('/funds', { rows: [{ code: 'x', nameEs: 'X' }] }).expect(403);
  });

  test('is registered once, however its code is written', async () => {
    await register({ code: 'Reserva', nameEs: 'Reserva' }).expect(201);
    const again = await register({ code: 'Reserva', nameEs: 'Reserva' }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
    const taken = await register({ code: 'RESERVA', nameEs: 'Otra' }).expect(409);
    expect(taken.body).toMatchObject({ code: 'code-taken', pointer: '/rows/0/code' });
    const twice = await register({ code: 'Agua', nameEs: 'A' }, { code: 'agua', nameEs: 'B' }).expect(400);
    expect(twice.body).toMatchObject({ code: 'duplicate-code', pointer: '/rows/1/code' });
  });

  test('that rules of older books name is registered as these are brought up to date', async () => {
    await register({ code: 'Reserva', nameEs: 'Reserva' }, { code: 'Agua', nameEs: 'Agua' }).expect(201);
    await treasury.open();
    await treasury.treasurer.post('/seasons', { rows: [naming('2024', 'Reserva')] }).expect(201);
    const registered = `SELECT key, code, name_es FROM funds WHERE coop_id = '${treasury.coop}'`;
    const { kept, made } = await migratedAgain(service, RegisterFunds1795875600000, [registered]);
    expect(kept.filter((row) => !row.includes('Agua'))).toEqual(made);
    expect(made).toHaveLength(3);
  });

  test('that rules write in several ways is one fund, under its code', async () => {
    await register({ code: 'Reserva', nameEs: 'Reserva' }).expect(201);
    await treasury.treasurer.post('/seasons', { rows: [naming('2024', 'Reserva')] }).expect(201);
    const rows = [naming('2025', 'reserva'), naming('2026', ' RESERVA ')];
    await treasury.treasurer.post('/seasons', { rows }).expect(201);
    const { items } = (await treasury.treasurer.get('/seasons').expect(200)).body;
    for (const { ruleSet } of items)
      expect(ruleSet).toMatchObject({ steps: [{ fund: 'Reserva' }], lossOrder: [{ fund: 'Reserva' }] });
    const again = await treasury.treasurer.post('/seasons', { rows }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 2 });
  });

  test('does not stand in the order of losses twice by being written in two ways', async () => {
    await register({ code: 'Reserva', nameEs: 'Reserva' }).expect(201);
    const draft = naming('2025', 'reserva');
    const ruleSet = { ...Object(draft.ruleSet), lossOrder: [{ fund: 'reserva' }, { fund: 'Reserva' }] };
    const refused = await treasury.treasurer.post('/seasons', { rows: [{ ...draft, ruleSet }] }).expect(400);
    expect(refused.body).toMatchObject({ code: 'bad-rule-set', pointer: '/rows/0/ruleSet/lossOrder/1/fund' });
  });
});
