import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { nameKey } from '@ayni/kernel';
import type { Fund } from '../domain/fund.js';
import { FundsPort, type FundEntry } from '../domain/funds.port.js';
import { FundEntity } from './fund.entity.js';

const readFunds = statement(
  'funds',
  `SELECT code, name_es AS "nameEs", name_en AS "nameEn", legal_name AS "legalName" FROM funds
   WHERE coop_id = current_setting('app.coop')::uuid ORDER BY code`,
);

/** Funds in PostgreSQL. */
export class PostgresFunds extends FundsPort {
  async register(
    tx: Transaction,
    entries: readonly FundEntry[],
  ): Promise<{ readonly recorded: number; readonly unchanged: number }> {
    const rows = entries.map(({ fund, digest, by }) => ({
      ...fund,
      key: nameKey(fund.code),
      digest,
      recordedBy: by,
      recordedAt: tx.now.toISOString(),
    }));
    const { fresh, unchanged } = await recordRows(tx, FundEntity, rows, { key: 'key', field: 'code' });
    return { recorded: fresh.length, unchanged };
  }

  all(tx: Transaction): Promise<Fund[]> {
    return tx.query<Fund>(readFunds);
  }
}
