import type { RuleSet } from '@ayni/distribution';
import { keepPlaces, type AmountColumns, type OldBooks } from '@ayni/reference-data/coops/keep-places';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rulesIn } from '../../domain/case-places.js';

const AMOUNTS: readonly AmountColumns[] = [
  { table: 'deliveries', columns: ['amount'] },
  { table: 'expenses', columns: ['amount'] },
  { table: 'grants', columns: ['amount'] },
  { table: 'advances', columns: ['amount'] },
  { table: 'ledger_entries', columns: ['amount'] },
  { table: 'ledger_lines', columns: ['debit', 'credit'] },
  { table: 'ledger_totals', columns: ['debit', 'credit'] },
  { table: 'run_debts', columns: ['amount_left'] },
];

/** Keeps how many places the amounts of a co-op's books have, and gives them those of its currency. */
export class KeepPlaces1795863600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await keepPlaces(runner, AMOUNTS, (books) => changeRules(runner, books));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE coops DROP COLUMN places');
  }
}

/** The rules of seasons hold amounts as text; what runs froze stays as it was written. */
async function changeRules(runner: QueryRunner, { coop, places }: OldBooks): Promise<boolean> {
  const seasons: { code: string; rules: RuleSet }[] = await runner.query(
    'SELECT code, rule_set AS rules FROM fiscal_seasons WHERE coop_id = $1',
    [coop],
  );
  let changed: { code: string; rules: RuleSet }[];
  try {
    changed = seasons.map(({ code, rules }) => ({ code, rules: rulesIn(rules, places) }));
  } catch {
    return false;
  }
  for (const { code, rules } of changed)
    await runner.query('UPDATE fiscal_seasons SET rule_set = $3 WHERE coop_id = $1 AND code = $2', [
      coop,
      code,
      JSON.stringify(rules),
    ]);
  return true;
}
