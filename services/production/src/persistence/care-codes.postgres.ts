import { statement } from '@ayni/database/statement';
import { sentCodeOf } from '@ayni/facts/own-code';
import type { Transaction } from '@ayni/database/transaction';
import type { CareReader } from '../domain/care.js';
import { CareCodesPort, type AskedCare } from '../domain/care-codes.port.js';

// keys are worked out before the table is read, so that the search goes by the index; what she may see goes before what only says the same, her own before what she entered for others, and the spelling that
// was asked for before others
const keptCodes = statement(
  'kept codes of care',
  `SELECT DISTINCT ON (a.asked) a.asked, f.code
   FROM (SELECT asked, name_key(asked) AS key, member, day, activity, minutes
     FROM unnest($1::text[], $4::text[], $5::date[], $6::text[], $7::int[]) u (asked, member, day, activity, minutes)
     OFFSET 0) a
   JOIN care f ON f.coop_id = current_setting('app.coop')::uuid AND f.sent_key = a.key
     AND (f.member = $2 OR f.recorded_by = $3 OR name_key(f.member) = name_key(a.member) AND f.day = a.day
       AND f.activity = a.activity AND f.minutes = a.minutes)
   ORDER BY a.asked, (f.member = $2 OR f.recorded_by = $3) IS NOT TRUE, f.member IS DISTINCT FROM $2,
     ${sentCodeOf('f.code')} <> a.asked, f.recorded_at, f.code`,
);

export class PostgresCareCodes extends CareCodesPort {
  async kept(
    tx: Transaction,
    asked: readonly AskedCare[],
    { member, recordedBy }: CareReader,
  ): Promise<ReadonlyMap<string, string>> {
    const said = <Field extends keyof AskedCare>(field: Field): (AskedCare[Field] | null)[] =>
      asked.map((record) => record[field] ?? null);
    const rows = await tx.query<{ asked: string; code: string }>(keptCodes, [
      ...[said('code'), member, recordedBy],
      ...[said('member'), said('workedOn'), said('activity'), said('minutes')],
    ]);
    return new Map(rows.map(({ asked: as, code }) => [as, code]));
  }
}
