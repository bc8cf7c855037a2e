import type { WordsOf } from '../words-of.js';
import type { setUp as spanish } from '../es/setUp.js';

/** Words of the first start, and of the example that can be looked at before. */
export const setUp: WordsOf<typeof spanish> = {
  title: 'Open the books of a co-op',
  text: 'Type the one-time code that Ayni printed when it started, and what your co-op is called.',
  code: 'One-time code',
  coopName: 'Name of the co-op',
  coopCodeHint: 'Everybody signs in with it. It is proposed from the name.',
  currency: 'Currency',
  timezone: 'Time zone',
  firstUser: 'Your user name',
  firstUserHint: 'You will be president, treasurer and manager, and name the others.',
  open: 'Open the books',
  seeExample: 'See it with example data',
  exampleText: 'An invented co-op with its whole season, in books apart: nothing of it comes into yours.',
  preparing: 'The example is being prepared. It takes a minute or two; you may go on meanwhile.',
  openExample: 'Open the example',
  enterExample: 'Sign in with the code {coop} and one of these users, each with her password:',
  exampleHere: 'These books are the example',
  exampleHereText: 'Nothing in them is of a real co-op. They are deleted whole, and the program ends.',
  exampleRemoved: 'The example was deleted whole. You can close this page.',
  removeExample: 'Delete the whole example',
};
