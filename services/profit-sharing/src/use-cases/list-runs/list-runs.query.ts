import { Listing } from '@ayni/http/listing';

/** Runs in the order in which they were calculated; what each member gets stands on the run itself. */
export const runs = new Listing({
  name: 'runs',
  from: 'runs r JOIN run_summaries s ON s.coop_id = r.coop_id AND s.run = r.id',
  alias: 'r',
  columns: {
    id: 'r.id',
    season: 'r.season',
    state: 'r.state',
    currency: 'r.currency',
    result: `s.summary -> 'outcome' ->> 'result'`,
    pool: `s.summary -> 'outcome' ->> 'pool'`,
    fingerprint: 'r.fingerprint',
    calculatedAt: 'r.calculated_at',
    proposedAt: 'r.proposed_at',
    approvedAt: 'r.approved_at',
    resolution: 'r.resolution',
    rejectedAt: 'r.rejected_at',
    rejection: 'r.rejection',
  },
  order: ['r.calculated_at', 'r.id'],
  filters: { season: 'r.season', state: 'r.state' },
});
