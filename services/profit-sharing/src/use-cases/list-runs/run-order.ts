import { standingAfter } from '../../facts/standing-run.js';

/** What a run says of the season that it follows. */
export const FOLLOWS = 'the season whose approved shares left the funds, debts, ties and coins that it takes up';

/** What a run says of that season's place. */
export const OUT_OF_ORDER = 'whether that is a later season: it was approved before this one was there to be shared';

/** What a run says of the rules that it was worked out by. */
export const RULES_VERSION = "which version of the season's rules it was worked out by; those of the opening are 1";

/** The season that run `r` follows, in SQL: of the runs that stood when it was worked out, the one approved last. */
export const followedSql = `(SELECT p.season FROM runs p
  WHERE p.coop_id = r.coop_id AND ${standingAfter('p', 'r.approved_before')} ORDER BY p.approval DESC LIMIT 1)`;

/** Whether run `r` is out of order, in SQL. */
export const outOfOrderSql = `EXISTS (
  SELECT FROM fiscal_seasons theirs
    JOIN fiscal_seasons own ON own.coop_id = r.coop_id AND own.code = r.season AND own.from_day < theirs.from_day
  WHERE theirs.coop_id = r.coop_id AND theirs.code = ${followedSql})`;
