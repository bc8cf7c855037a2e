import type { WordsOf } from '../words-of.js';
import type { frame as spanish } from '../es/frame.js';

/** Words of the frame around all pages. */
export const frame: WordsOf<typeof spanish> = {
  productName: 'Ayni',
  skip: 'Go to the content',
  menu: 'Menu',
  more: 'More',
  signOut: 'Sign out',
  language: 'Español',
  example: 'Example records: none of this is of a real co-op.',
  offline: 'No line. What you note is kept on this phone.',
  wrongClock: 'The clock of this device is wrong. What you note has the time of the office, where it is {moment}.',
  waiting: { one: '{n} to send', other: '{n} to send' },
  notSecure:
    'This address is not secure: without a line these pages do not open. Ask the office for the secure address.',
  newVersion: 'There is a new version of these pages.',
  update: 'Update',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be misspelt, or the page may be another person’s.',
  home: 'Go to the start',
  brokenTitle: 'Something went wrong on this page',
  brokenText: 'What you saved is safe. Open the page again; if it happens again, report it with this time: {time}.',
  openAgain: 'Open again',
};
