import type { WordsOf } from '../words-of.js';
import type { states as spanish } from '../es/states.js';

/** What pages say of what is loading, empty, refused or away. */
export const states: WordsOf<typeof spanish> = {
  loading: 'Loading…',
  asOf: 'As of {time}: there is no line now.',
  unreachableTitle: 'There is no line to the office',
  unreachableText: 'Nothing is lost. It is tried again; so may you.',
  awayTitle: 'A part of the system does not answer',
  awayText: 'All else goes on. {detail}',
  refusedTitle: 'That was not possible',
  again: 'Try again',
  request: 'Request {id}',
  staleTitle: 'Somebody else changed it while you were writing',
  staleText: 'See how it is now, and decide.',
  theirs: 'As it is now',
  yours: 'As you wrote it',
  keepMine: 'Save mine',
  takeTheirs: 'Leave it as it is',
  done: 'Done.',
  saved: 'Saved.',
  keptHere: 'Kept on this phone. It is sent by itself once there is a line.',
  nothing: 'There is nothing yet.',
  nothingFound: 'There is nothing with these filters.',
};
