import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { reverseFact } from '@ayni/facts/reverse';
import type { Advance } from '../domain/facts.js';
import { AdvancesPort, type Added, type Recorded } from '../domain/money-facts.port.js';
import { factColumns, freshOf } from './fact-rows.js';
import { AdvanceEntity } from './money.entity.js';

const readAdvance = statement(
  'read advance',
  `SELECT code, day, member, amount, note FROM advances
   WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

/** Advances in PostgreSQL. */
export class PostgresAdvances extends AdvancesPort {
  async add(tx: Transaction, facts: readonly Recorded<Advance>[]): Promise<Added<Advance>> {
    const rows = facts.map((recorded) => ({ ...recorded.fact, ...factColumns(tx, recorded) }));
    const { fresh, unchanged } = await recordRows(tx, AdvanceEntity, rows, { key: 'code' });
    return { fresh: freshOf(facts, fresh), unchanged };
  }

  async find(tx: Transaction, code: string): Promise<Advance | undefined> {
    const [advance] = await tx.query<Advance>(readAdvance, [code]);
    return advance;
  }

  reverse(tx: Transaction, { code }: Advance, reason: string, by: string): Promise<void> {
    return reverseFact(tx, 'advance', { code, reason, by });
  }
}
