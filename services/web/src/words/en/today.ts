import type { today as spanish } from '../es/today.js';
import type { WordsOf } from '../words-of.js';

/** Words of what is due today. */
export const today: WordsOf<typeof spanish> = {
  title: 'Today',
  work: 'Work to be confirmed',
  noWork: 'There is no work to be confirmed.',
  confirmAll: { one: 'Confirm {n} record', other: 'Confirm the {n} records' },
  confirmRest: 'Confirm all that waits, also what is not shown here',
  confirmTicked: { one: 'Confirm {n} chosen', other: 'Confirm {n} chosen' },
  confirmed: { one: '{n} record was confirmed.', other: '{n} records were confirmed.' },
  expiring: 'What expires',
  nothingExpires: 'Nothing expires in these days.',
  shortages: 'Shortages',
  noShortage: 'The store lacks nothing.',
  missing: '{what}: {quantity} missing',
  deliveries: 'Deliveries of today',
  noDelivery: 'Nobody has delivered today yet.',
  byYou: 'noted by you',
  onlyOwn:
    'All of this was noted or worked by you: somebody else confirms it. Where there is nobody else, tick it and confirm it.',
};
