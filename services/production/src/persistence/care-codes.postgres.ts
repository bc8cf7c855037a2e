import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { CareReader } from '../domain/care.js';
import { CareCodesPort } from '../domain/care-codes.port.js';

// her own record goes before one that was entered for her, and the spelling that was asked for before others
const keptCodes = statement(
  'kept codes of care',
  `SELECT DISTINCT ON (a.asked) a.asked, f.code
   FROM (SELECT asked, name_key(asked) AS key FROM unnest($1::text[]) u (asked)) a
   JOIN care f ON f.coop_id = current_setting('app.coop')::uuid AND name_key(split_part(f.code, '~', 1)) = a.key
     AND (f.member = $2 OR f.recorded_by = $3)
   ORDER BY a.asked, f.member IS DISTINCT FROM $2, split_part(f.code, '~', 1) <> a.asked, f.recorded_at, f.code`,
);

export class PostgresCareCodes extends CareCodesPort {
  async kept(
    tx: Transaction,
    asked: readonly string[],
    { member, recordedBy }: CareReader,
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ asked: string; code: string }>(keptCodes, [[...new Set(asked)], member, recordedBy]);
    return new Map(rows.map(({ asked: as, code }) => [as, code]));
  }
}
