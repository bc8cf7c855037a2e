import { Listing, withReversal, type Narrowing } from '@ayni/http/listing';
import type { CareReader } from '../../domain/care.js';

/** Care by day, of which a reader sees her own: see {@link seenBy}. */
export const care = new Listing({
  name: 'care records',
  from: `care c ${withReversal('care', 'c')}`,
  alias: 'c',
  columns: {
    code: 'c.code',
    workedOn: 'c.day',
    member: 'c.member',
    activity: 'c.activity',
    minutes: 'c.minutes',
    recordedBy: 'c.recorded_by',
    recordedAt: 'c.recorded_at',
    reversal: 'r.reason',
  },
  order: ['c.day', 'c.code'],
  day: 'c.day',
  filters: {
    reader: (reader) => `(c.member = ${reader}::json->>'member' OR c.recorded_by = ${reader}::json->>'recordedBy')`,
  },
});

/** What narrows the list to what its reader may see. */
export const seenBy = ({ member, recordedBy }: CareReader): Narrowing => ({
  reader: JSON.stringify({ member, recordedBy }),
});
