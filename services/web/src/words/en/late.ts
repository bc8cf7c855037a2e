import type { late as spanish } from '../es/late.js';
import type { WordsOf } from '../words-of.js';

/** Words of what came when its season had closed. */
export const late: WordsOf<typeof spanish> = {
  title: 'Records that came late',
  intro:
    'What somebody noted on her phone without a line and what came when the season of that day had closed. It is not in the books until you post it.',
  hint: {
    one: '{n} record came late, of a closed season, and waits for your decision.',
    other: '{n} records came late, of a closed season, and wait for your decision.',
  },
  look: 'See those that came late',
  state: 'Which',
  waiting: 'Those that wait',
  posted: 'Those posted',
  'given-up': 'Those left out',
  none: 'None is waiting. What comes late will stand here.',
  noneSo: 'There is none.',
  sales: 'Sales',
  production: 'Harvests and work',
  inventory: 'Deliveries and losses',
  was: 'was on {time}',
  kept: 'Noted by {user}; it came on {time}.',
  post: 'Post',
  postTitle: 'Post: {name}',
  postText: 'It enters the books once, under its own number. When it truly was stays written.',
  date: 'With which date',
  today: 'Today’s',
  firstOpenDay: 'That of the first day that is not closed',
  done: '{code} was posted with the date {day}.',
  postedBy: 'Posted by {user} with the date {day}.',
  giveUp: 'Leave out',
  giveUpTitle: 'Leave out: {name}',
  giveUpText: 'It does not enter the books. It stays noted here, with its reason.',
  givenUpBy: 'Left out by {user}: {reason}',
};
