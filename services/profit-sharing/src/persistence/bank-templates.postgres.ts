import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { FIRST_TEMPLATE, type BankTemplate } from '../domain/payouts/bank-template.js';
import { BankTemplatesPort } from '../domain/payouts/bank-templates.port.js';

const readTemplate = statement(
  'template of the bank file',
  `SELECT template FROM bank_templates WHERE coop_id = current_setting('app.coop')::uuid ORDER BY version DESC LIMIT 1`,
);

const changeTemplate = statement(
  'change template of the bank file',
  `INSERT INTO bank_templates (coop_id, version, template, recorded_by, recorded_at)
   SELECT current_setting('app.coop')::uuid, COALESCE(max(version), 0) + 1, $1::jsonb, $2, $3 FROM bank_templates
   WHERE coop_id = current_setting('app.coop')::uuid
   RETURNING version`,
);

/** What the file for a bank looks like, in PostgreSQL: a version for each change. */
export class PostgresBankTemplates extends BankTemplatesPort {
  async current(tx: Transaction): Promise<BankTemplate> {
    const [row] = await tx.query<{ readonly template: BankTemplate }>(readTemplate);
    return row?.template ?? FIRST_TEMPLATE;
  }

  async change(tx: Transaction, template: BankTemplate, by: string): Promise<number> {
    const values = [JSON.stringify(template), by, tx.now.toISOString()];
    return (await tx.one<{ readonly version: number }>(changeTemplate, values)).version;
  }
}
