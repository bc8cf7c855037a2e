import { nameKey } from '@ayni/kernel';
import { lockEach } from '@ayni/database/lock-each';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Debt, DebtKind } from '../domain/debts/debt.js';
import { DebtsPort } from '../domain/debts/debts.port.js';
import { repaidOf, setOffOf } from '../facts/debt-sums.js';

const readDebts = statement(
  'debts by code',
  `SELECT d.kind, d.code, d.member, d.day, d.amount, ${repaidOf('d')} AS repaid, ${setOffOf('d')} AS "setOff"
   FROM debts d WHERE d.coop_id = current_setting('app.coop')::uuid AND d.code = ANY($1)`,
);

const coded = ['advances', 'loans', 'fines', 'certificates'].map(
  (table) =>
    `SELECT f.code FROM ${table} f WHERE f.coop_id = current_setting('app.coop')::uuid AND f.name_key = ANY($1) AND f.double_of IS NULL`,
);

const readOthers = statement(
  'debts of other kinds',
  `SELECT d.code FROM debts d
   WHERE d.coop_id = current_setting('app.coop')::uuid AND d.kind <> $2 AND d.code IN (${coded.join(' UNION ALL ')})`,
);

/** Debts in PostgreSQL: advances, loans and fines, less what was brought back and what runs set off. */
export class PostgresDebts extends DebtsPort {
  async hold(tx: Transaction, codes: readonly string[]): Promise<Debt[]> {
    await lockEach(tx, 'debt', codes);
    return tx.query<Debt>(readDebts, [codes]);
  }

  async ofOtherKinds(tx: Transaction, kind: DebtKind, codes: readonly string[]): Promise<ReadonlySet<string>> {
    // not as `debt`: whoever takes a certificate back holds that before its type, and whoever enters one after it
    const keys = codes.map(nameKey);
    await lockEach(tx, 'debt-code', keys);
    const others = await tx.query<{ code: string }>(readOthers, [keys, kind]);
    const taken = new Set(others.map(({ code }) => nameKey(code)));
    return new Set(codes.filter((code) => taken.has(nameKey(code))));
  }
}
