import { resolutionAdopted } from '@ayni/contracts';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, recordRows } from '@ayni/facts/record';
import type { Resolution } from '../domain/resolution.js';
import { ResolutionsPort } from '../domain/resolutions.port.js';
import { resolutionAggregate, resolutionData } from '../publishing/resolution-events.js';
import { ResolutionEntity } from './resolution.entity.js';

/** Resolutions in PostgreSQL; what is added goes to the outbox in the same transaction. */
export class PostgresResolutions extends ResolutionsPort {
  async add(
    tx: Transaction,
    resolutions: readonly Resolution[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const recordedAt = tx.now.toISOString();
    const rows = resolutions.map((resolution) => ({
      ...resolution,
      digest: digestOf(resolution),
      recordedBy: by,
      recordedAt,
    }));
    const { fresh, unchanged } = await recordRows(tx, ResolutionEntity, rows, { key: 'number' });
    for (const resolution of fresh)
      tx.publish(resolutionAdopted, resolutionAggregate(resolution), 1, resolutionData(resolution));
    return { recorded: fresh.length, unchanged };
  }
}
