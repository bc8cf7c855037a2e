import { roleOf } from '@ayni/database/roles';
import { tenantTable } from '@ayni/database/tenant-table';
import { factTable } from '@ayni/facts/fact-table';
import { RECORDED_COLUMNS } from '@ayni/facts/recorded.entity';
import { standing } from '@ayni/facts/standing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

/** Loans, fines, repayments, uses of funds, certificates, and how families are paid. */
export class KeepMembersMoney1795903200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...factTable(SERVICE, 'loan', 'loans', owed),
      ...factTable(SERVICE, 'fine', 'fines', owed),
      ...factTable(SERVICE, 'repayment', 'repayments', [
        'member text NOT NULL',
        'debt text NOT NULL',
        amount,
        ofMember,
      ]),
      'CREATE INDEX repayments_by_debt ON repayments (coop_id, debt, day)',
      ...factTable(SERVICE, 'fund-use', 'fund_uses', [
        'fund text NOT NULL',
        amount,
        'purpose text NOT NULL',
        'resolution text NOT NULL',
        'FOREIGN KEY (coop_id, resolution) REFERENCES resolutions',
      ]),
      'CREATE INDEX fund_uses_by_resolution ON fund_uses (coop_id, resolution)',
      ...factTable(SERVICE, 'certificate', 'certificates', [
        'member text NOT NULL',
        'count int NOT NULL CHECK (count > 0)',
        'value_each bigint NOT NULL CHECK (value_each >= 0)',
        amount,
        'CHECK (amount = count * value_each)',
        ofMember,
      ]),
      ...factTable(SERVICE, 'certificate-withdrawal', 'certificate_withdrawals', [
        'certificate text NOT NULL',
        'member text NOT NULL',
        amount,
        'FOREIGN KEY (coop_id, certificate) REFERENCES certificates',
      ]),
      'CREATE INDEX certificate_withdrawals_by_certificate ON certificate_withdrawals (coop_id, certificate)',
      // what members owe, by the documents that say so; each reads it with its own rights
      `CREATE VIEW debts WITH (security_invoker = true) AS ${DEBTS.map(debtsOf).join(' UNION ALL ')}`,
      `GRANT SELECT ON debts TO ${roleOf(SERVICE, 'runtime')}`,
      ...payees,
      ...careTotals,
      ...coveredFunds,
      ...takenOfDebts,
      `ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_check,
         ADD CONSTRAINT ledger_entries_source_check CHECK (source IN ('sale', 'delivery', 'expense', 'grant',
           'grant-receipt', 'grant-refund', 'grant-write-off', 'advance', 'loan', 'fine', 'repayment', 'fund-use',
           'certificate', 'certificate-withdrawal', 'run'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what members own and owe would be forgotten'));
  }
}

const amount = 'amount bigint NOT NULL CHECK (amount >= 0)';
const ofMember = 'FOREIGN KEY (coop_id, member) REFERENCES members';
const owed = ['member text NOT NULL', amount, 'note text NOT NULL', ofMember];

const DEBTS = [
  { kind: 'advance', table: 'advances' },
  { kind: 'loan', table: 'loans' },
  { kind: 'fine', table: 'fines' },
] as const;

const debtsOf = ({ kind, table }: (typeof DEBTS)[number]): string =>
  `SELECT f.coop_id, '${kind}'::text AS kind, f.code, f.member, f.day, f.amount FROM ${table} f WHERE ${standing(kind, 'f')}`;

const payees = [
  `CREATE TABLE payees (
     ${RECORDED_COLUMNS},
     code text NOT NULL,
     pays text NOT NULL CHECK (pays IN ('cash', 'transfer')),
     payee text NOT NULL,
     account text NOT NULL,
     retired_on date,
     version int NOT NULL DEFAULT 1,
     PRIMARY KEY (coop_id, code),
     FOREIGN KEY (coop_id, code) REFERENCES households
   )`,
  ...tenantTable(SERVICE, 'payees', ['UPDATE (pays, payee, account, retired_on, version)']),
];

/** Minutes of care by member, as production sums them for each season: the records themselves stay there. */
const careTotals = [
  `CREATE TABLE care_totals (
     coop_id uuid NOT NULL,
     season text NOT NULL,
     member text NOT NULL,
     minutes int NOT NULL CHECK (minutes >= 0),
     seq int NOT NULL,
     PRIMARY KEY (coop_id, season, member)
   )`,
  ...tenantTable(SERVICE, 'care_totals', ['UPDATE (minutes, seq)']),
];

/** A resolution may let so much of a fund be used. */
const coveredFunds = [
  `ALTER TABLE resolution_covers ADD COLUMN fund text NOT NULL DEFAULT '', ADD COLUMN amount bigint CHECK (amount >= 0)`,
  'ALTER TABLE resolution_covers DROP CONSTRAINT resolution_covers_pkey',
  'ALTER TABLE resolution_covers ADD PRIMARY KEY (coop_id, resolution, kind, season, fingerprint, fund)',
];

/** Runs of before set off advances alone, and nothing was brought back of these: what each left says what it took. */
const takenOfDebts = [
  'ALTER TABLE run_debts ADD COLUMN amount_taken bigint CHECK (amount_taken >= 0)',
  `UPDATE run_debts d SET amount_taken = f.before - d.amount_left FROM (
     SELECT t.coop_id, t.run, t.member, t.place, COALESCE(
       lag(t.amount_left) OVER (PARTITION BY t.coop_id, t.kind, t.code ORDER BY r.approval), a.amount) AS before
     FROM run_debts t JOIN runs r ON r.coop_id = t.coop_id AND r.id = t.run
     JOIN advances a ON a.coop_id = t.coop_id AND a.code = t.code AND t.kind = 'advance'
   ) f WHERE f.coop_id = d.coop_id AND f.run = d.run AND f.member = d.member AND f.place = d.place`,
  'ALTER TABLE run_debts ALTER COLUMN amount_taken SET NOT NULL',
];
