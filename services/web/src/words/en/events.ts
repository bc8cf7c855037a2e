import type { events as spanish } from '../es/events.js';
import type { WordsOf } from '../words-of.js';

/** Words of the page that follows the events. */
export const events: WordsOf<typeof spanish> = {
  title: 'Events',
  intro:
    'What happens in the books, in the order in which it happens, for programs that follow it. What is new appears by itself.',
  service: 'Service',
  types: 'Only these types',
  typesHint: 'Parted by commas; all where left empty.',
  position: 'Position',
  type: 'Type',
  time: 'When',
  content: 'Content',
  none: 'There are no events yet.',
  follow: 'Follow what is new',
  pause: 'Stop',
  fromStart: 'From the beginning',
  fromNow: 'What happens now',
  noneNow: 'What happens from now on appears here as soon as it does.',
  next: 'Next ones',
  api: 'Pages of the API',
  schemas: 'Shapes of the events',
  members: 'members',
  production: 'production',
  inventory: 'store',
  sales: 'sales',
  'profit-sharing': 'books and shares',
};
