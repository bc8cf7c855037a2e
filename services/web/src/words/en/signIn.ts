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
};
