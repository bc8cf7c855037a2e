import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migratedAgain } from '@ayni/testing-service/migrated-again';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { RegisterFunds1795875600000 } from '../src/persistence/migrations/20261128T1420-register-funds.js';
import { CorrectFunds1795878900000 } from '../src/persistence/migrations/20261128T1515-correct-funds.js';
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

/** What the books say of a fund that nobody has corrected. */
const STANDING = { retiredOn: null, version: 1 };

/** Tables that came later and name a fund. */
const NAMING = ['lapse_rules', 'lapses'];

/** All that came to the register of funds, undone and done in its order. */
class FundsMigrations implements MigrationInterface {
  private readonly each = [new RegisterFunds1795875600000(), new CorrectFunds1795878900000()];

  async up(runner: QueryRunner): Promise<void> {
    for (const one of this.each) await one.up(runner);
    for (const table of NAMING)
      await runner.query(`ALTER TABLE ${table} ADD FOREIGN KEY (coop_id, fund) REFERENCES funds`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of NAMING) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_coop_id_fund_fkey`);
    for (const one of this.each.toReversed()) await one.down(runner);
  }
}

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
      { code: 'education', nameEs: 'Fondo de educación', nameEn: 'Education fund', legalName: '', ...STANDING },
      {
        ...{ code: 'legal-reserve', nameEs: 'Reserva legal', nameEn: 'Legal reserve' },
        ...{ legalName: 'Reserva Legal (Ley 356)', ...STANDING },
      },
      { code: 'social', nameEs: 'Previsión social', nameEn: 'Social welfare fund', legalName: '', ...STANDING },
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

  test('is corrected in its names, and each change kept with who, when, before and after', async () => {
    const { treasurer, president, eva } = treasury;
    await treasurer.patch('/funds/education', { nameEs: 'Fondo de formación', legalName: 'Art. 71' }, 1).expect(200);
    expect((await eva.get('/funds/EDUCATION').expect(200)).body).toEqual({
      ...{ code: 'education', nameEs: 'Fondo de formación', nameEn: 'Education fund', legalName: 'Art. 71' },
      ...{ retiredOn: null, version: 2 },
    });
    expect((await president.get('/funds/education/changes').expect(200)).body.items).toEqual([
      {
        ...{ version: 2, field: 'legalName', before: '', after: 'Art. 71' },
        ...{ changedBy: 'tina', changedAt: expect.stringMatching(/^2027-08-02T/) },
      },
      expect.objectContaining({
        version: 2,
        field: 'nameEs',
        before: 'Fondo de educación',
        after: 'Fondo de formación',
      }),
    ]);
    const stale = await treasurer.patch('/funds/education', { nameEs: 'Otro' }, 1).expect(412);
    expect(stale.body.code).toBe('stale-version');
    await president.patch('/funds/education', { nameEs: 'Otro' }, 2).expect(403);
    await eva.get('/funds/education/changes').expect(403);
    expect((await president.get('/trail').expect(200)).body.items).toContainEqual(
      expect.objectContaining({ act: 'funds.correct', subject: 'education', user: 'tina' }),
    );
    const again = await register({ code: 'education', nameEs: 'Fondo de educación', nameEn: 'Education fund' });
    expect([again.status, again.body]).toMatchObject([201, { recorded: 0, unchanged: 1 }]);
  });

  test('that is retired is named by no rules that hold longer, and comes back', async () => {
    await treasury.open();
    await treasury.treasurer.patch('/funds/education', { retiredOn: '2027-08-01' }, 1).expect(200);
    expect((await treasury.eva.get('/funds').expect(200)).body.items).toHaveLength(1);
    expect((await treasury.eva.get('/funds?retired=true').expect(200)).body.items).toHaveLength(2);
    await treasury.treasurer.post('/seasons', { rows: [naming('2026', 'education')] }).expect(201);
    const refused = await treasury.treasurer.post('/seasons', { rows: [naming('2027', 'education')] }).expect(409);
    expect(refused.body).toMatchObject({ code: 'retired', pointer: '/rows/0/ruleSet/steps/0/fund' });
    await treasury.treasurer.patch('/funds/education', { retiredOn: null }, 2).expect(200);
    await treasury.treasurer.post('/seasons', { rows: [naming('2027', 'education')] }).expect(201);
  });

  test('does not stand in the order of losses twice by being written in two ways', async () => {
    await register({ code: 'Reserva', nameEs: 'Reserva' }).expect(201);
    const draft = naming('2025', 'reserva');
    const ruleSet = { ...Object(draft.ruleSet), lossOrder: [{ fund: 'reserva' }, { fund: 'Reserva' }] };
    const refused = await treasury.treasurer.post('/seasons', { rows: [{ ...draft, ruleSet }] }).expect(400);
    expect(refused.body).toMatchObject({ code: 'bad-rule-set', pointer: '/rows/0/ruleSet/lossOrder/1/fund' });
  });

  // undone and done alone, it leaves tables that tell names apart no longer
  test('that rules of older books name is registered as these are brought up to date', async () => {
    await register({ code: 'Reserva', nameEs: 'Reserva' }, { code: 'Agua', nameEs: 'Agua' }).expect(201);
    await treasury.open();
    await treasury.treasurer.post('/seasons', { rows: [naming('2024', 'Reserva')] }).expect(201);
    const registered = `SELECT code, name_es, version FROM funds WHERE coop_id = '${treasury.coop}'`;
    const { kept, made } = await migratedAgain(service, FundsMigrations, [registered]);
    expect(kept.filter((row) => !row.includes('Agua'))).toEqual(made);
    expect(made).toHaveLength(3);
  });
});
