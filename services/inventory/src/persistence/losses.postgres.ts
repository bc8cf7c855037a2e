import { lossRecorded, lossReversed } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { reverseFact } from '@ayni/facts/reverse';
import type { Loss } from '../domain/loss.js';
import { LossesPort } from '../domain/losses.port.js';
import { lossAggregate, lossData } from '../publishing/loss-events.js';
import { LossEntity } from './loss.entity.js';

const read = statement(
  'read loss',
  `SELECT code, lost_at AS "recordedAt", day, product, quantity, unit, stock_unit AS "stockUnit",
     stock_quantity AS "stockQuantity", reason
   FROM losses WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

/** Losses in PostgreSQL; what is added or taken back goes to the outbox in the same transaction. */
export class PostgresLosses extends LossesPort {
  async add(
    tx: Transaction,
    entries: readonly { readonly loss: Loss; readonly digest: string; readonly by: string }[],
  ): Promise<readonly Loss[]> {
    const recordedAt = tx.now.toISOString();
    const rows = entries.map(({ loss: { recordedAt: lostAt, ...loss }, digest, by }) => {
      return { ...loss, lostAt, digest, recordedBy: by, recordedAt };
    });
    const { fresh } = await recordRows(tx, LossEntity, rows, { key: 'code' });
    const added = new Set(fresh.map(({ code }) => code));
    const losses = entries.map(({ loss }) => loss).filter(({ code }) => added.has(code));
    for (const loss of losses) tx.publish(lossRecorded, lossAggregate(loss), 1, lossData(loss));
    return losses;
  }

  async find(tx: Transaction, code: string): Promise<Loss | undefined> {
    return (await tx.query<Loss>(read, [code]))[0];
  }

  async reverse(tx: Transaction, loss: Loss, reason: string, by: string): Promise<void> {
    await reverseFact(tx, 'loss', { code: loss.code, reason, by });
    tx.publish(lossReversed, lossAggregate(loss), 2, { ...lossData(loss), reason });
  }
}
