import { factTable } from '@ayni/facts/fact-table';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';
const amount = 'amount bigint NOT NULL CHECK (amount >= 0)';
const till = (column: string): string => `${column} text NOT NULL CHECK (${column} IN ('cash', 'bank'))`;

/** Transfers, counts of the cash, what buyers and suppliers are paid later, and what books begin with. */
export class KeepCashBooks1795905000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE expenses ADD COLUMN supplier text, ADD COLUMN document text,
         ADD COLUMN paid_from text CHECK (paid_from IN ('cash', 'bank', 'later') AND (paid_from <> 'later' OR supplier IS NOT NULL))`,
      'CREATE INDEX expenses_by_supplier ON expenses (coop_id, supplier, day, code) WHERE supplier IS NOT NULL',
      ...factTable(SERVICE, 'transfer', 'transfers', [till('"into"'), amount, 'note text NOT NULL']),
      ...factTable(SERVICE, 'collection', 'collections', [till('"into"'), amount, 'note text NOT NULL']),
      ...factTable(SERVICE, 'write-off', 'write_offs', [amount, 'reason text NOT NULL']),
      ...factTable(SERVICE, 'cash-count', 'cash_counts', [
        'counted bigint NOT NULL CHECK (counted >= 0)',
        'expected bigint NOT NULL',
        'reason text NOT NULL',
        'pieces int NOT NULL CHECK (pieces > 0)',
        "CHECK (counted = expected OR reason <> '')",
      ]),
      `CREATE TABLE cash_count_pieces (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         line int NOT NULL CHECK (line > 0),
         value bigint NOT NULL CHECK (value >= 0),
         count int NOT NULL CHECK (count >= 0),
         PRIMARY KEY (coop_id, code, line),
         FOREIGN KEY (coop_id, code) REFERENCES cash_counts
       )`,
      ...tenantTable(SERVICE, 'cash_count_pieces'),
      ...factTable(SERVICE, 'opening-balance', 'opening_balances', ['account text NOT NULL', 'party text', amount]),
      'CREATE INDEX opening_balances_by_account ON opening_balances (coop_id, account, day, code)',
      ...factTable(SERVICE, 'supplier-payment', 'supplier_payments', [
        'expense text NOT NULL',
        till('paid_from'),
        amount,
        'note text NOT NULL',
        'FOREIGN KEY (coop_id, expense) REFERENCES expenses',
      ]),
      'CREATE INDEX supplier_payments_by_expense ON supplier_payments (coop_id, expense, day, code)',
      `ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_check,
         ADD CONSTRAINT ledger_entries_source_check CHECK (source IN ('sale', 'delivery', 'expense', 'grant',
           'grant-receipt', 'grant-refund', 'grant-write-off', 'advance', 'loan', 'fine', 'repayment', 'fund-use',
           'certificate', 'certificate-withdrawal', 'transfer', 'collection', 'write-off', 'cash-count',
           'opening-balance', 'supplier-payment', 'run'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what was counted, moved and paid would be forgotten'));
  }
}
