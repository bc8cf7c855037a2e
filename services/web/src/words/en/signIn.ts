import type { WordsOf } from '../words-of.js';
import type { signIn as spanish } from '../es/signIn.js';

/** Words of the door: signing in, the first start, a password of one's own. */
export const signIn: WordsOf<typeof spanish> = {
  title: 'Sign in',
  coop: 'Code of the co-op',
  user: 'User',
  password: 'Password',
  enter: 'Sign in',
  chooseTitle: 'Choose your password',
  chooseText: 'The one you were given works once. Choose your own, of ten letters or more; nobody else will know it.',
  newPassword: 'New password',
  chooseEnter: 'Save and sign in',
  ended: 'Your session has ended. Sign in again; what you kept on this phone is still here.',
  setUpTitle: 'Open the books of a co-op',
  setUpText: 'Type the one-time code that Ayni printed when it started, and what your co-op is called.',
  setUpCode: 'One-time code',
  coopName: 'Name of the co-op',
  coopCodeHint: 'Everybody signs in with it. It is proposed from the name.',
  currency: 'Currency',
  timezone: 'Time zone',
  firstUser: 'Your user name',
  firstUserHint: 'You will be president, treasurer and manager, and name the others.',
  open: 'Open the books',
};
