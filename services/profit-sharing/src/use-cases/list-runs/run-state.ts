import { owedUpTo } from '../claim-shares/owed-up-to.js';

/**
 * The state of run `r`, in SQL: from the first confirmed payout of it, or of a later one, an approved run is being paid,
 * until nobody is owed anything of it. A payment that is given back makes it so again.
 */
export const runStateSql = `CASE
  WHEN r.state <> 'approved' OR NOT EXISTS (
    SELECT FROM payouts p JOIN runs o ON o.coop_id = p.coop_id AND o.id = p.run
    WHERE p.coop_id = r.coop_id AND p.confirmed_on IS NOT NULL AND o.approval >= r.approval) THEN r.state
  WHEN EXISTS (SELECT FROM (${owedUpTo('r.approval')}) owed WHERE owed.owed > 0) THEN 'paying'
  ELSE 'paid' END`;
