import { workConfirmed, workReversed } from '@ayni/contracts';
import type { Instant } from '@ayni/kernel';
import { CodeField, HashesField, InstantField, TextField, YesNoField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { joinOne } from '@ayni/facts/standing';
import { Labour } from './labour.js';

/** Work for the co-op; it counts in the shares once somebody else has confirmed it. */
export class Work extends Labour {
  @CodeField({ of: 'structure', optional: true, description: 'where it was done' }) structure!: string | null;
  @HashesField({ optional: true, description: 'photos of the sheet, by their hashes' })
  attachments!: readonly string[] | null;
  @TextField(64, { optional: true }) confirmedBy!: string | null;
  @InstantField({ optional: true }) confirmedAt!: Instant | null;
  @YesNoField({ optional: true, description: 'whether who entered it confirmed it too, since nobody else could' })
  onePerson!: boolean | null;
}

/** Work as it is written down. */
export class SentWork extends sentClass(Work, ['confirmedBy', 'confirmedAt', 'onePerson']) {}

export const work = declareFact({
  kind: 'work',
  table: 'work',
  row: Work,
  sent: SentWork,
  dated: 'workedOn',
  ownCodes: 'where-taken',
  computed: { confirmedBy: 'c.confirmed_by', confirmedAt: 'c.confirmed_at', onePerson: 'c.one_person' },
  join: joinOne('work_confirmations', 'c', 'c.coop_id = f.coop_id AND c.code = f.code'),
  sums: { minutes: 'minutes' },
  counts: 'EXISTS (SELECT 1 FROM work_confirmations c WHERE c.coop_id = f.coop_id AND c.code = f.code)',
  filters: ['member'],
  conditions: { confirmed: 'c.code IS NOT NULL' },
  events: {
    recorded: workConfirmed,
    reversed: workReversed,
    // nobody is told before it is confirmed
    toldOn: 'demand',
    tells: ({ structure, attachments: _, ...work }) => ({ ...work, ...(structure === null ? {} : { structure }) }),
  },
});
