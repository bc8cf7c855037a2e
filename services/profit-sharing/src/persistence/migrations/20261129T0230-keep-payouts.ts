import { factTable } from '@ayni/facts/fact-table';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';
const way = `way text NOT NULL CHECK (way IN ('cash', 'transfer', 'qr'))`;

/** Rounds in which households are paid what they are owed, and what each was handed. */
export class KeepPayouts1795919400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE payouts (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         run uuid NOT NULL,
         rule text NOT NULL CHECK (rule IN ('in-full', 'same-part')),
         resolution text,
         cash bigint NOT NULL CHECK (cash >= 0),
         bank bigint NOT NULL CHECK (bank >= 0),
         planned_by text NOT NULL,
         planned_at timestamptz NOT NULL,
         state text NOT NULL CHECK (state IN ('planned', 'confirmed', 'ended', 'withdrawn')),
         version int NOT NULL,
         confirmed_by text CHECK (confirmed_by <> planned_by),
         confirmed_at timestamptz,
         confirmed_on date,
         ended_by text,
         ended_at timestamptz,
         end_reason text,
         PRIMARY KEY (coop_id, code),
         FOREIGN KEY (coop_id, run) REFERENCES runs,
         FOREIGN KEY (coop_id, resolution) REFERENCES resolutions,
         CHECK ((confirmed_by IS NULL) = (confirmed_on IS NULL) AND (confirmed_by IS NULL) = (confirmed_at IS NULL)),
         CHECK (state NOT IN ('confirmed', 'ended') OR confirmed_by IS NOT NULL)
       )`,
      // money that is there is planned once
      `CREATE UNIQUE INDEX one_open_payout ON payouts (coop_id) WHERE state IN ('planned', 'confirmed')`,
      'CREATE INDEX payouts_by_run ON payouts (coop_id, run)',
      ...tenantTable(SERVICE, 'payouts', [
        'UPDATE (state, version, confirmed_by, confirmed_at, confirmed_on, ended_by, ended_at, end_reason)',
      ]),
      `CREATE TABLE payout_lines (
         coop_id uuid NOT NULL,
         payout text NOT NULL,
         household text NOT NULL,
         place int NOT NULL CHECK (place > 0),
         ${way},
         payee text NOT NULL,
         account text NOT NULL,
         amount bigint NOT NULL CHECK (amount > 0),
         PRIMARY KEY (coop_id, payout, household),
         UNIQUE (coop_id, payout, place),
         FOREIGN KEY (coop_id, payout) REFERENCES payouts,
         FOREIGN KEY (coop_id, household) REFERENCES households
       )`,
      ...tenantTable(SERVICE, 'payout_lines'),
      ...factTable(SERVICE, 'household-payment', 'household_payments', [
        'payout text NOT NULL',
        'household text NOT NULL',
        way,
        'amount bigint NOT NULL CHECK (amount > 0)',
        'attempt int NOT NULL CHECK (attempt > 0)',
        // whoever forgot to look whether it is paid runs into this
        'UNIQUE (coop_id, payout, household, attempt)',
        'FOREIGN KEY (coop_id, payout, household) REFERENCES payout_lines',
      ]),
      'CREATE INDEX household_payments_by_household ON household_payments (coop_id, household, day, code)',
      'CREATE INDEX household_payments_by_payout ON household_payments (coop_id, payout, day, code)',
      `ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_check,
         ADD CONSTRAINT ledger_entries_source_check CHECK (source IN ('sale', 'delivery', 'expense', 'grant',
           'grant-receipt', 'grant-refund', 'grant-write-off', 'advance', 'loan', 'fine', 'repayment', 'fund-use',
           'certificate', 'certificate-withdrawal', 'transfer', 'collection', 'write-off', 'cash-count',
           'opening-balance', 'supplier-payment', 'run', 'household-payment'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what families were paid would be forgotten'));
  }
}
