import type { queue as spanish } from '../es/queue.js';
import type { WordsOf } from '../words-of.js';

/** Words of what waits on a device to be sent. */
export const queue: WordsOf<typeof spanish> = {
  title: 'To send',
  intro:
    'What you noted without a line is kept on this phone. It goes by itself when there is a line, and each thing arrives once.',
  sendNow: 'Send now',
  nothing: 'There is nothing to send. Everything has arrived.',
  waiting: 'To send',
  refused: 'The office did not take them',
  sent: 'Arrived',
  handedOver: 'Handed to the treasurer',
  handedOverText:
    'It came when the season of that day had closed. The treasurer has it, and decides with which date it enters the books. You need not do anything more.',
  posted: 'The treasurer posted it with the date {day}.',
  notPosted: 'The treasurer did not post it: {reason}',
  lateText: 'The season of that day has closed. It is handed to the treasurer as soon as there is a line.',
  forOfficers:
    'Sending it again changes nothing. Tell the manager or the treasurer which receipt it is and why it is to be taken back: she does so under “Sales”. Then give it up here.',
  correctTitle: 'Correct {label}',
  correctText: 'Change what is wrong. It is sent again as you leave it.',
  sendCorrected: 'Save and send again',
  code: 'Code',
  unit: 'Unit',
  unitPrice: 'Price of one unit',
  minutes: 'Minutes',
  homeUse: 'Taken home',
  row: 'Row {n}',
  line: 'Line {n}',
  givenUp: 'Given up by you',
  keptAt: 'kept on {time}',
  old: 'Some records have waited for more than seven days. Find a line, or save a copy.',
  many: 'More than a hundred records wait to be sent. Find a line, or save a copy.',
  giveUp: 'Give up',
  giveUpTitle: 'Give up {label}',
  giveUpText: 'It will not be sent any more. It stays here with its reason.',
  again: 'Send again',
  saveCopy: 'Save a copy',
  readCopy: 'Read a copy',
  copyRead: { one: '{n} record was taken from the copy.', other: '{n} records were taken from the copy.' },
  badCopy: 'That file is no copy of these pages, or is of another co-op.',
  signOutTitle: 'There are records to send',
  signOutText: 'They stay on this phone and are sent when you sign in here again. Nobody else sends them.',
  signOutAnyway: 'Sign out anyway',
};
