import { workConfirmed, workReversed } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { reverseFact } from '@ayni/facts/reverse';
import { standing } from '@ayni/http/listing';
import { WorkPort, type WorkEntry } from '../domain/work.port.js';
import type { StandingWork, Work } from '../domain/work.js';
import { workAggregate, workData } from '../publishing/work-events.js';
import { WorkConfirmationEntity, WorkEntity } from './work.entity.js';

const readWork = statement(
  'read work',
  `SELECT w.code, w.day, w.member, w.activity, w.minutes, w.structure, c.code IS NOT NULL AS confirmed,
     NOT (${standing('work', 'w')}) AS reversed
   FROM work w LEFT JOIN work_confirmations c ON c.coop_id = w.coop_id AND c.code = w.code
   WHERE w.coop_id = current_setting('app.coop')::uuid AND w.code = ANY($1)`,
);

/** Work records in PostgreSQL; what is confirmed or taken back goes to the outbox in the same transaction. */
export class PostgresWork extends WorkPort {
  async add(tx: Transaction, entries: readonly WorkEntry[]): Promise<{ recorded: number; unchanged: number }> {
    const rows = entries.map(({ work, digest, by }) => ({
      ...work,
      digest,
      recordedBy: by,
      recordedAt: tx.now.toISOString(),
    }));
    const { fresh, unchanged } = await recordRows(tx, WorkEntity, rows, { key: 'code' });
    return { recorded: fresh.length, unchanged };
  }

  async find(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, StandingWork>> {
    const rows = await tx.query<StandingWork>(readWork, [codes]);
    return new Map(rows.map((work) => [work.code, work]));
  }

  async confirm(tx: Transaction, records: readonly Work[], by: string): Promise<number> {
    // in one order, so that two who confirm the same records wait for each other and not crosswise
    const rows = records
      .map(({ code }) => ({ code, confirmedBy: by, confirmedAt: tx.now.toISOString() }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    const inserted = await tx.insert(WorkConfirmationEntity, rows, { onConflict: 'nothing', returning: 'code' });
    const confirmed = new Set(inserted);
    for (const work of records)
      if (confirmed.has(work.code)) tx.publish(workConfirmed, workAggregate(work), 1, workData(work));
    return confirmed.size;
  }

  async reverse(tx: Transaction, work: StandingWork, reason: string, by: string): Promise<void> {
    await reverseFact(tx, 'work', { code: work.code, reason, by });
    if (work.confirmed) tx.publish(workReversed, workAggregate(work), 2, { ...workData(work), reason });
  }
}
