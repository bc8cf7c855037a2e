import type { start as spanish } from '../es/start.js';
import type { WordsOf } from '../words-of.js';

/** Words of the first steps. */
export const start: WordsOf<typeof spanish> = {
  title: 'First steps',
  intro: 'Each step ticks itself when it is done. Not all of them have to be done today.',
  members: 'Families and members',
  membersText: 'Who they are, and since when. They can be pasted from a spreadsheet too.',
  products: 'Products and units',
  productsText: 'What you grow and sell: lettuce by the bundle, chard by the pound.',
  markets: 'Markets and shops',
  marketsText: 'Where you sell.',
  season: 'The season and its rules',
  seasonText: 'From which day to which, and how it will be shared.',
  users: 'Users for the others',
  usersText: 'Treasurer, manager, sellers, members: each with a user of her own.',
  isDone: 'done',
  isOpen: 'to do',
};
