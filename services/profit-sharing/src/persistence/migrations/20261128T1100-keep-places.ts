import type { RuleSet } from '@ayni/distribution';
import type { AmountColumns, OldBooks } from '@ayni/reference-data/coops/keep-places';
import { keepPlacesOf } from '@ayni/reference-data/migrations/20261128T1100-keep-places';
import type { QueryRunner } from 'typeorm';
import { rulesIn } from '../../domain/runs/case-places.js';

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

/** As in every service, with the rules of seasons. */
export const keepPlacesAndRules = keepPlacesOf(AMOUNTS, changeRules);

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
