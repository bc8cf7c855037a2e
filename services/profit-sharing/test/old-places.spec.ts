import { createHash } from 'node:crypto';
import { saleRecorded } from '@ayni/contracts';
import { distribute, type Case } from '@ayni/distribution';
import type { CoopId } from '@ayni/kernel';
import { TestService, type Client } from '@ayni/testing-service/service';
import { testDatabase } from '@ayni/testing-systems/test-database';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { profitSharing } from '../src/index.js';
import { advance, expense, sale, season, Treasury } from './treasury.js';

const NOW = '2027-08-02T12:00:00-04:00';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Equal parts of all of it, with nothing left over where the result is a multiple of three hundred. */
const rules = (cashUnit: string): object => ({
  cashUnit,
  ruleSet: { code: 'equal', steps: [], bases: [{ basis: 'equal', percent: '100.00' }], retainPercent: '10.00' },
});

let service: TestService;
/** By what their currency was, the books and the run of a season that was approved in them. */
const books = new Map<string, { coop: CoopId; run: string }>();

/** Books as releases made them that kept every currency with two places: made in bolivianos, then called otherwise. */
async function oldBooks(before: TestService, currency: string, total: string, cashUnit: string): Promise<void> {
  const treasury = await Treasury.of(before);
  await treasury.open('2025', rules(cashUnit));
  await before.hear(treasury.coop, (tx) => tx.publish(saleRecorded, 'sale/R1', 1, sale('R1', total)));
  await treasury.treasurer.post('/expenses', { rows: [expense('E1', { amount: '300.00' })] }).expect(201);
  await treasury.treasurer.post('/advances', { rows: [advance('A1', { amount: '20.00' })] }).expect(201);
  await treasury.close();
  const run = await treasury.shareOut();
  await treasury.open('2026', rules(cashUnit));
  const { rows } = await before.sql.query<{ case: Case }>('SELECT "case" FROM runs WHERE id = $1', [run]);
  const document = { ...rows[0]?.case, currency };
  await before.sql.query('ALTER TABLE runs DISABLE TRIGGER USER');
  const outcome = JSON.stringify(distribute(document, sha256, () => 2));
  await before.sql.query(
    `UPDATE runs SET "case" = $2, outcome = $3, currency = $4, fingerprint = $3::json ->> 'fingerprint' WHERE id = $1`,
    [run, JSON.stringify(document), outcome, currency],
  );
  await before.sql.query('ALTER TABLE runs ENABLE TRIGGER USER');
  await before.sql.query(
    `UPDATE run_summaries SET summary = jsonb_set(jsonb_set(summary::jsonb, '{case,currency}', to_jsonb($2::text)),
       '{outcome,fingerprint}', $3::jsonb -> 'fingerprint') WHERE run = $1`,
    [run, currency, outcome],
  );
  await before.sql.query('UPDATE expenses SET currency = $2 WHERE coop_id = $1', [treasury.coop, currency]);
  await before.sql.query('UPDATE coops SET currency = $2 WHERE coop_id = $1', [treasury.coop, currency]);
  books.set(`${currency} ${total}`, { coop: treasury.coop, run });
}

beforeAll(async () => {
  const database = await testDatabase('profit-sharing');
  const kept = { ...database, drop: () => Promise.resolve() };
  const before = await TestService.start(profitSharing, { now: NOW, database: kept });
  await oldBooks(before, 'JPY', '1200.00', '1.00');
  await oldBooks(before, 'JPY', '1233.50', '0.10');
  await oldBooks(before, 'TND', '1233.50', '0.10');
  await oldBooks(before, 'BOB', '1233.50', '0.10');
  await before.sql.query('ALTER TABLE coops DROP COLUMN places');
  // what later migrations made of the rules is undone too
  await before.sql.query('ALTER TABLE runs DROP COLUMN rules_version');
  await before.sql.query('DROP TABLE season_rules, rule_set_adoptions, rule_set_versions, own_rule_sets');
  await before.sql.query('ALTER TABLE fiscal_seasons DROP COLUMN early_end');
  // they are summed up of what the places have changed
  await before.sql.query('DROP TABLE account_totals');
  await before.sql.query(`DELETE FROM migrations
    WHERE name ~ '^(KeepPlaces|AmendSeasons|KeepRuleSets|KeepAccountTotals|TellApart_own_rule_sets)'`);
  await before.stop();
  service = await TestService.start(profitSharing, { now: NOW, database });
});
afterAll(() => service.stop());

async function treasurerOf(which: string): Promise<{ treasurer: Client; run: string }> {
  const { coop, run } = books.get(which) ?? { coop: undefined, run: '' };
  if (!coop) throw new Error(`there are no books ${which}`);
  return { run, treasurer: await service.signIn(coop, { user: 'tina', roles: ['treasurer', 'president'] }) };
}

describe('books that were kept with two places', () => {
  test.each([
    ['JPY 1200.00', '1200', '900', '20', '1', '30'],
    ['TND 1233.50', '1233.500', '933.500', '20.000', '0.100', '30.000'],
    ['BOB 1233.50', '1233.50', '933.50', '20.00', '0.10', '30.00'],
  ])('of %s have the places of the currency and go on', async (which, revenue, result, advanced, coin, more) => {
    const { treasurer } = await treasurerOf(which);
    expect((await treasurer.get('/seasons/2025/figures').expect(200)).body).toMatchObject({ revenue, result });
    expect((await treasurer.get('/advances').expect(200)).body.items).toMatchObject([{ amount: advanced }]);
    const { items } = (await treasurer.get('/seasons').expect(200)).body;
    expect(items.map(({ cashUnit }: { cashUnit: string }) => cashUnit)).toEqual([coin, coin]);
    const spent = expense('E2', { amount: more, spentOn: '2026-08-01' });
    await treasurer.post('/expenses', { rows: [spent] }).expect(201);
    expect((await treasurer.get('/seasons/2026/figures').expect(200)).body).toMatchObject({ ownExpenses: more });
  });

  test('in which an amount would not come out whole can be read as they were, and take nothing new', async () => {
    const { treasurer, run } = await treasurerOf('JPY 1233.50');
    expect((await treasurer.get('/seasons/2025/figures').expect(200)).body).toMatchObject({ revenue: '1233.50' });
    expect((await treasurer.get(`/runs/${run}`).expect(200)).body.outcome).toMatchObject({ result: '933.50' });
    const rows = [expense('E2', { amount: '30', spentOn: '2026-08-01' })];
    expect((await treasurer.post('/expenses', { rows }).expect(409)).body.code).toBe('books-of-other-places');
    const another = season('2027', { from: '2027-07-01', to: '2028-06-30', ...rules('1') });
    expect((await treasurer.post('/seasons', { rows: [another] }).expect(409)).body.code).toBe('books-of-other-places');
    const amended = { ...rules('1'), resolution: 'R-1' };
    expect((await treasurer.post('/seasons/2026/rules', amended).expect(409)).body.code).toBe('books-of-other-places');
  });

  test.each(['JPY 1200.00', 'JPY 1233.50', 'TND 1233.50', 'BOB 1233.50'])(
    'of %s keep the documents of an approved run, which verifies under them',
    async (which) => {
      const { treasurer, run } = await treasurerOf(which);
      const shown = (await treasurer.get(`/runs/${run}`).expect(200)).body;
      expect(shown.outcome.result).toMatch(/^\d+\.\d{2}$/);
      const verified = await treasurer.get(`/runs/${run}/verification`).expect(200);
      expect(verified.body).toMatchObject({
        equal: true,
        frozen: { equal: true, differences: [] },
        ledger: { equal: true, differences: [] },
      });
      const statement = (await treasurer.get(`/runs/${run}/statements/members/001`).expect(200)).body;
      expect(statement.figures.share).toMatch(/^\d+\.\d{2}$/);
    },
  );
});
