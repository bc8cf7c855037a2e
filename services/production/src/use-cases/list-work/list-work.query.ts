import { Listing, withReversal } from '@ayni/http/listing';

/** Work by day, with who confirmed it and the reason where it was taken back. */
export const work = new Listing({
  name: 'work records',
  from: `work w LEFT JOIN work_confirmations c ON c.coop_id = w.coop_id AND c.code = w.code ${withReversal('work', 'w')}`,
  alias: 'w',
  columns: {
    code: 'w.code',
    workedOn: 'w.day',
    member: 'w.member',
    activity: 'w.activity',
    minutes: 'w.minutes',
    structure: 'w.structure',
    confirmedBy: 'c.confirmed_by',
    confirmedAt: 'c.confirmed_at',
    recordedBy: 'w.recorded_by',
    recordedAt: 'w.recorded_at',
    reversal: 'r.reason',
  },
  order: ['w.day', 'w.code'],
  day: 'w.day',
  filters: { member: 'w.member', confirmed: 'c.code IS NOT NULL' },
});
