import { placesIn, readAmount, Refusal } from '@ayni/kernel';
import { lockEach } from '@ayni/database/lock-each';
import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Scale } from '../domain/debts/scale.js';
import type { Leave } from '../domain/funds/fund-books.js';
import type { HeldAssembly } from '../domain/papers/minutes.js';
import { wordsOf, type Covered, type CoveringResolution, type Resolution } from '../domain/rules/resolution.js';
import { standing } from '@ayni/facts/standing';
import { ResolutionsPort } from '../domain/rules/resolutions.port.js';
import { AssemblyMinutesEntity, ResolutionCoverEntity, ResolutionEntity } from './resolution.entity.js';

const readResolution = statement(
  'read kept resolution',
  `SELECT number, adopted_on AS "adoptedOn", carried FROM resolutions
   WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const lockCover = statement(
  'lock cover of resolution',
  `SELECT used_at AS "usedAt" FROM resolution_covers
   WHERE coop_id = current_setting('app.coop')::uuid AND resolution = $1 AND kind = $2 AND name_key(season) = name_key($3)
     AND fingerprint = $4 AND name_key(certificate_type) = name_key($5) AND ($6::bigint IS NULL OR amount = $6) FOR UPDATE`,
);

const useCover = statement(
  'use cover of resolution',
  `UPDATE resolution_covers SET used_at = $6
   WHERE coop_id = current_setting('app.coop')::uuid AND resolution = $1 AND kind = $2 AND name_key(season) = name_key($3)
     AND fingerprint = $4 AND name_key(certificate_type) = name_key($5)`,
);

const readLeaves = statement(
  'leave to use funds',
  `SELECT c.resolution, f.code AS fund, c.amount, (
     SELECT COALESCE(sum(u.amount), 0)::bigint FROM fund_uses u
     WHERE u.coop_id = c.coop_id AND u.resolution = c.resolution AND u.fund = f.code AND ${standing('fund-use', 'u')}
   ) AS used
   FROM resolution_covers c JOIN funds f ON f.coop_id = c.coop_id AND name_key(f.code) = name_key(c.fund)
   WHERE c.coop_id = current_setting('app.coop')::uuid AND c.kind = 'fund-use' AND c.resolution = ANY($1)`,
);

const readScales = statement(
  'scales of resolutions',
  `SELECT resolution, product, unit, amount AS rate FROM resolution_covers
   WHERE coop_id = current_setting('app.coop')::uuid AND kind IN ('goods-scale', 'work-scale') AND resolution = ANY($1)`,
);

/** Resolutions in PostgreSQL, with what was done under them. */
export class PostgresResolutions extends ResolutionsPort {
  async keep(tx: Transaction, resolutions: readonly Resolution[]): Promise<void> {
    await tx.insert(ResolutionEntity, resolutions, { onConflict: 'nothing' });
  }

  async keepCovered(tx: Transaction, resolutions: readonly CoveringResolution[]): Promise<void> {
    await this.keep(tx, resolutions);
    const covers = resolutions.flatMap(({ number, covers: things }) =>
      things.map(({ kind, season = '', fingerprint = '', fund = '', certificateType = '', ...thing }) => {
        const { product = '', unit = '', amount: text } = thing;
        const amount = text === undefined ? null : readAmount(text, placesIn(text));
        const named = { season, fingerprint, fund, certificateType, product };
        return { resolution: number, kind, ...named, unit, amount, usedAt: null };
      }),
    );
    await tx.insert(ResolutionCoverEntity, covers, { onConflict: 'nothing' });
  }

  async keepMinutes(tx: Transaction, minutes: readonly HeldAssembly[]): Promise<void> {
    const rows = minutes.map((held) => ({ code: held.code, day: held.day, minutes: held }));
    await tx.insert(AssemblyMinutesEntity, rows, { onConflict: 'nothing' });
  }

  async find(tx: Transaction, number: string): Promise<Resolution | undefined> {
    const [resolution] = await tx.query<Resolution>(readResolution, [await spelledOne(tx, NAMES.resolution, number)]);
    return resolution;
  }

  async holdLeaves(tx: Transaction, numbers: readonly string[]): Promise<Leave[]> {
    await lockEach(tx, 'resolution', numbers);
    return tx.query<Leave>(readLeaves, [numbers]);
  }

  scalesOf(tx: Transaction, numbers: readonly string[]): Promise<Scale[]> {
    return tx.query<Scale>(readScales, [numbers]);
  }

  async use(tx: Transaction, number: string, thing: Covered): Promise<void> {
    const key = [
      await spelledOne(tx, NAMES.resolution, number),
      thing.kind,
      'season' in thing ? thing.season : '',
      'fingerprint' in thing ? thing.fingerprint : '',
      'certificateType' in thing ? thing.certificateType : '',
    ];
    const amount = 'amount' in thing ? readAmount(thing.amount, placesIn(thing.amount)) : null;
    const [cover] = await tx.query<{ usedAt: string | null }>(lockCover, [...key, amount]);
    if (!cover) throw new Refusal('resolution-covers-other', '/resolution', { number, thing: wordsOf(thing) });
    if (cover.usedAt !== null) throw new Refusal('resolution-used', '/resolution', { number });
    await tx.query(useCover, [...key, tx.now.toISOString()]);
  }
}
