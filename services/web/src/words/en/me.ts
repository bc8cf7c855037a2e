import type { me as spanish } from '../es/me.js';
import type { WordsOf } from '../words-of.js';

/** Words of the page about who is signed in. */
export const me: WordsOf<typeof spanish> = {
  title: 'Me',
  user: 'User',
  roles: 'Roles',
  member: 'Member',
  coop: 'Co-op',
  thisDevice: 'This device',
  keeps: 'Keeps what is noted without a line, and the browser does not delete it by itself.',
  mayForget:
    'Keeps what is noted without a line, but the browser might delete it for lack of room. Put Ayni on the phone’s screen.',
  keepsNothing: 'By this address it does not open without a line. Ask the office for the secure address.',
  askToKeep: 'Ask that it is not deleted',
  install: 'To have it on the screen: in the browser’s menu, “Add to home screen”.',
  devices: 'Where I signed in',
  device: 'Device',
  usedAt: 'Last used',
  end: 'Sign out there',
  password: 'Change my password',
  current: 'The present one',
  fresh: 'The new one',
  change: 'Change',
  changed: 'Changed. On the other devices you have to sign in again.',
  president: 'President',
  treasurer: 'Treasurer',
  manager: 'Manager',
  seller: 'Seller',
  integrator: 'Program',
  labels: 'Words of the menu',
  plain: 'Spanish or English',
  ay: 'Aymara (not reviewed)',
  qu: 'Quechua (not reviewed)',
  unreviewed: 'Nobody who speaks it has reviewed these words yet. What is missing stays as it was.',
};
