import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { sentCodeOf } from '@ayni/facts/own-code';
import { WorkCodesPort, type CalledWork, type KnownCode } from '../domain/work-codes.port.js';

const lock = (shared: string): string => `SELECT pg_advisory_xact_lock${shared}(
  hashtextextended(current_setting('app.coop') || ' codes of work', 0))`;
const holdCodes = statement('hold codes of work', lock(''));
const shareCodes = statement('share codes of work', lock('_shared'));

// keys are worked out before the table is read, so that the search goes by the index, which has of each key the first record
// alone; the spelling that was asked for first
const knownCodes = statement(
  'known codes of work',
  `SELECT hers.code AS kept, EXISTS (
     SELECT FROM work f WHERE f.coop_id = a.coop AND f.name_key = a.key AND f.double_of IS NULL) AS taken
   FROM (SELECT place, asked, name_key(asked) AS key, name_key(member) AS member, current_setting('app.coop')::uuid AS coop
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY u (asked, member, place) OFFSET 0) a
   LEFT JOIN LATERAL (SELECT f.code FROM work f
     WHERE f.coop_id = a.coop AND f.sent_key = a.key AND name_key(f.member) = a.member
     ORDER BY ${sentCodeOf('f.code')} <> a.asked, f.code LIMIT 1) hers ON true
   ORDER BY a.place`,
);

export class PostgresWorkCodes extends WorkCodesPort {
  async known(tx: Transaction, called: readonly CalledWork[], makesOwn: boolean): Promise<readonly KnownCode[]> {
    const [, known] = await Promise.all([
      tx.isTrial ? [] : tx.query(makesOwn ? holdCodes : shareCodes, []),
      // one after the other, and each sees what is there when its turn comes
      tx.query<KnownCode>(knownCodes, [called.map(({ code }) => code), called.map(({ member }) => member)]),
    ]);
    return known;
  }
}
