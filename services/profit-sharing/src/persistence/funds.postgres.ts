import { lockEach } from '@ayni/database/lock-each';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import type { KeptFund } from '../domain/funds/fund.js';
import { FundsPort, type FundEntry } from '../domain/funds/funds.port.js';
import { FundEntity } from './fund.entity.js';

const readFunds = statement(
  'funds',
  `SELECT code, name_es AS "nameEs", name_en AS "nameEn", legal_name AS "legalName",
     retired_on AS "retiredOn" FROM funds
   WHERE coop_id = current_setting('app.coop')::uuid ORDER BY code`,
);

const readBalances = statement(
  'balances of funds',
  `SELECT f.code, COALESCE(sum(t.credit - t.debit), 0)::bigint AS balance
   FROM funds f LEFT JOIN ledger_totals t ON t.coop_id = f.coop_id AND t.party = f.code AND t.monthly
     AND t.account IN ('funds', 'fund-draws')
   WHERE f.coop_id = current_setting('app.coop')::uuid AND f.code = ANY($1) GROUP BY f.code`,
);

/** All funds of a co-op. */
export const registeredFunds = (tx: Transaction): Promise<KeptFund[]> => tx.query<KeptFund>(readFunds);

/** Funds in PostgreSQL. */
export class PostgresFunds extends FundsPort {
  async register(
    tx: Transaction,
    entries: readonly FundEntry[],
  ): Promise<{ readonly recorded: number; readonly unchanged: number }> {
    const rows = entries.map(({ fund, digest, by }) => ({
      ...fund,
      digest,
      recordedBy: by,
      recordedAt: tx.now.toISOString(),
    }));
    const { fresh, unchanged } = await recordRows(tx, FundEntity, rows, {
      key: 'code',
      says: ['nameEs', 'nameEn', 'legalName'],
    });
    return { recorded: fresh.length, unchanged };
  }

  async hold(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
    await lockEach(tx, 'fund', codes);
    const rows = await tx.query<{ code: string; balance: bigint }>(readBalances, [codes]);
    return new Map(rows.map(({ code, balance }) => [code, balance]));
  }

  all(tx: Transaction): Promise<KeptFund[]> {
    return registeredFunds(tx);
  }
}
