import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, recordRows } from '@ayni/facts/record';
import type { Payee, Pays } from '../domain/payouts/payee.js';
import { PayeesPort } from '../domain/payouts/payees.port.js';
import { PayeeEntity } from './payee.entity.js';
import { paired } from './paired.js';

const readHouseholds = statement(
  'households by code',
  `SELECT code FROM households WHERE coop_id = current_setting('app.coop')::uuid AND code = ANY($1)`,
);

// as lists: there may be very many, and a row for each costs more than all else of it
const readPays = statement(
  'how households are paid',
  `SELECT COALESCE(json_agg(h.code), '[]') AS codes, COALESCE(json_agg(COALESCE(p.pays, 'cash')), '[]') AS pays
   FROM (SELECT coop_id, code FROM households WHERE coop_id = current_setting('app.coop')::uuid ORDER BY code) h
   LEFT JOIN payees p ON p.coop_id = h.coop_id AND p.code = h.code AND p.retired_on IS NULL`,
);

/** How families are paid, in PostgreSQL. */
export class PostgresPayees extends PayeesPort {
  async register(
    tx: Transaction,
    payees: readonly Payee[],
    by: string,
  ): Promise<{ readonly recorded: number; readonly unchanged: number }> {
    const recordedAt = tx.now.toISOString();
    const rows = payees.map((payee) => ({ ...payee, digest: digestOf(payee), recordedBy: by, recordedAt }));
    const { fresh, unchanged } = await recordRows(tx, PayeeEntity, rows, {
      key: 'code',
      says: ['pays', 'payee', 'account'],
    });
    return { recorded: fresh.length, unchanged };
  }

  async householdsAmong(tx: Transaction, codes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ code: string }>(readHouseholds, [codes]);
    return new Set(rows.map(({ code }) => code));
  }

  async ofHouseholds(tx: Transaction): Promise<ReadonlyMap<string, Pays>> {
    const { codes, pays } = await tx.one<{ codes: readonly string[]; pays: readonly Pays[] }>(readPays);
    return paired(codes, pays, 'cash');
  }
}
