import { unfinishedBy } from '@ayni/facts/unfinished';
import { standing } from '@ayni/facts/standing';

const BY_MEMBER = `SELECT f.member AS of, count(*)::int AS records, sum(f.minutes)::bigint AS sum FROM work f`;
const OF_SEASON = `f.coop_id = current_setting('app.coop')::uuid AND f.day >= $1 AND f.day < $2 AND ${standing('work', 'f')}`;

/** Work that nobody has confirmed, by who did it. */
export const unconfirmedWork = unfinishedBy(
  'unconfirmed-work',
  `${BY_MEMBER} WHERE ${OF_SEASON}
     AND NOT EXISTS (SELECT FROM work_confirmations c WHERE c.coop_id = f.coop_id AND c.code = f.code)
   GROUP BY f.member ORDER BY f.member`,
);

/** Work that one person entered and confirmed, since nobody else could, by who did it. */
export const onePersonWork = unfinishedBy(
  'one-person-work',
  `${BY_MEMBER} JOIN work_confirmations c ON c.coop_id = f.coop_id AND c.code = f.code AND c.one_person
   WHERE ${OF_SEASON} GROUP BY f.member ORDER BY f.member`,
);

/** Work of days on which she was no member: it was taken before her leaving was known, and counts. */
export const workAfterLeaving = unfinishedBy(
  'work-after-leaving',
  `${BY_MEMBER} JOIN members m ON m.coop_id = f.coop_id AND m.number = f.member AND NOT m.periods @> f.day
   WHERE ${OF_SEASON} GROUP BY f.member ORDER BY f.member`,
);
