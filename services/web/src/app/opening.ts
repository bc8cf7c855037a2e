import type { Who } from '../api/who.js';
import { keptWho } from '../offline/who.js';
import { fetchWords } from '../words/say.js';
import { phonePages } from './phone-pages.js';
import { loadMenu } from './use-menu.js';

/**
 * Fetches all that the first picture is made of, at once and not one after the other: on a phone each wait is long. What does
 * not come is missed, and said, by what needs it.
 * @returns who is signed in on this device
 */
export async function opening(): Promise<Who | undefined> {
  const signedIn = keptWho().catch(() => undefined);
  const menu = signedIn.then((who) => who && loadMenu(who));
  const page = phonePages.load(window.location.pathname);
  await Promise.all([fetchWords(), Promise.allSettled([menu, page])]);
  return signedIn;
}
