import { resolutionAdopted, resolutionAdoptedV2 } from '@ayni/contracts';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, recordRows, refuseTaken, unchangedAmong } from '@ayni/facts/record';
import type { Resolution } from '../domain/resolution.js';
import { ResolutionsPort } from '../domain/resolutions.port.js';
import { coveringData, resolutionAggregate, resolutionData } from '../publishing/resolution-events.js';
import { ResolutionEntity } from './resolution.entity.js';

const read = statement(
  'read resolution',
  `SELECT number, adopted_on AS "adoptedOn", votes_for AS "votesFor", votes_against AS "votesAgainst", covers
   FROM resolutions WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

/** By what one that is entered again is the same. */
const IDENTITY = {
  key: 'number',
  says: ['adoptedOn', 'subject', 'votesFor', 'votesAgainst', 'abstentions', 'covers'],
} as const;

/** Resolutions in PostgreSQL; what is added goes to the outbox in the same transaction. */
export class PostgresResolutions extends ResolutionsPort {
  async add(tx: Transaction, resolutions: readonly Resolution[], by: string): Promise<number> {
    const recordedAt = tx.now.toISOString();
    const rows = resolutions.map((resolution) => ({ ...withDigest(resolution), recordedBy: by, recordedAt }));
    const { fresh } = await recordRows(tx, ResolutionEntity, rows, IDENTITY);
    for (const resolution of fresh) {
      tx.publish(resolutionAdopted, resolutionAggregate(resolution), FIRST_SEQ, resolutionData(resolution));
      tx.publish(resolutionAdoptedV2, resolutionAggregate(resolution), FIRST_SEQ + 1, coveringData(resolution));
    }
    return fresh.length;
  }

  unchanged(tx: Transaction, resolutions: readonly Resolution[]): Promise<ReadonlySet<string>> {
    return unchangedAmong(tx, ResolutionEntity, resolutions.map(withDigest), IDENTITY);
  }

  refuseTaken(tx: Transaction, resolutions: readonly Resolution[]): Promise<void> {
    return refuseTaken(tx, ResolutionEntity, resolutions.map(withDigest), IDENTITY);
  }

  async find(tx: Transaction, number: string): Promise<Omit<Resolution, 'subject' | 'abstentions'> | undefined> {
    const [resolution] = await tx.query<Omit<Resolution, 'subject' | 'abstentions'>>(read, [
      await spelledOne(tx, NAMES.resolution, number),
    ]);
    return resolution;
  }
}

/** One that covers nothing is the same as before there was anything to cover. */
function withDigest(resolution: Resolution): Resolution & { readonly digest: string } {
  const { covers, ...uncovering } = resolution;
  return { ...resolution, digest: digestOf(covers.length === 0 ? uncovering : resolution) };
}
