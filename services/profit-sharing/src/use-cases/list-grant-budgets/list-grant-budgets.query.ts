import { AmountField, CodeField, ShownTextField } from '@ayni/http/fields';
import { amountSql, Listing } from '@ayni/http/listing';
import { namedAs } from '@ayni/database/name-keys';
import { standing } from '@ayni/facts/standing';
import type { Centavos } from '@ayni/kernel';
import { spentOfGrants } from '../../facts/moved-of-grant.js';

/** How a line of a grant's budget stands, or what was spent of the grant beside its lines. */
export class GrantBudgetRow {
  @CodeField({ of: 'grant' }) grant!: string;
  @ShownTextField({ nullable: true, description: 'what the line is called; null for what was spent beside all lines' })
  budgetLine!: string | null;
  @AmountField({ nullable: true, description: 'what was agreed for it; null beside all lines' })
  agreed!: Centavos | null;
  @AmountField({ description: 'the expenses and assets of the grant that name it, or name none' }) spent!: Centavos;
  @AmountField({
    nullable: true,
    description: 'what is left of it, below zero where more was spent than was agreed; null beside all lines',
  })
  left!: Centavos | null;
}

/** The budgets of grants that have lines, line by line, each with what was spent beside it last. */
export const grantBudgets = new Listing({
  row: GrantBudgetRow,
  name: 'budgets of grants',
  from: `(SELECT g.coop_id, g.code AS "grant", b.line, b.name, b.amount AS agreed, COALESCE(s.spent, 0)::bigint AS spent
    FROM grants g
      CROSS JOIN LATERAL (
        SELECT l.line, l.name, l.amount FROM grant_lines l WHERE l.coop_id = g.coop_id AND l.code = g.code
        UNION ALL SELECT g.lines + 1, NULL, NULL) b
      LEFT JOIN (
        SELECT m.coop_id, m."grant", m.budget_line, sum(m.amount) AS spent FROM (${spentOfGrants}) m GROUP BY 1, 2, 3) s
        ON s.coop_id = g.coop_id AND s."grant" = g.code AND s.budget_line IS NOT DISTINCT FROM b.name
    WHERE g.lines > 0 AND ${standing('grant', 'g')} AND (b.name IS NOT NULL OR s.spent > 0)) f`,
  alias: 'f',
  columns: {
    grant: 'f."grant"',
    budgetLine: 'f.name',
    agreed: amountSql('f.agreed'),
    spent: amountSql('f.spent'),
    left: amountSql('(f.agreed - f.spent)'),
  },
  order: ['f."grant"', 'f.line'],
  filters: { grant: namedAs('f."grant"') },
});
