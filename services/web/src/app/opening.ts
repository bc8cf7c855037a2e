import type { QueryClient } from '@tanstack/react-query';
import type { Who } from '../api/who.js';
import { answersOf } from '../offline/opened.js';
import { keptWho } from '../offline/who.js';
import { fetchWords } from '../words/say.js';
import { phonePages } from './phone-pages.js';
import { loadMenu } from './use-menu.js';

/**
 * Fetches all that the first picture is made of, at once and not one after the other: on a phone each wait is long. What does
 * not come is missed, and said, by what needs it.
 * @returns who is signed in on this device
 */
export async function opening(queries: QueryClient): Promise<Who | undefined> {
  const { pathname } = window.location;
  // where this device has the letters already the first picture is drawn with them, and not once more when they come
  if (navigator.serviceWorker?.controller) void document.fonts.load("1rem 'Source Sans 3'");
  const signedIn = keptWho().catch(() => undefined);
  const hers = signedIn.then((who) => who && Promise.all([loadMenu(who), recall(queries, pathname, who)]));
  await Promise.all([fetchWords(), Promise.allSettled([hers, phonePages.load(pathname)])]);
  return signedIn;
}

/** Has what a page was answered before at hand when it is first drawn; it is asked for again all the same. */
async function recall(queries: QueryClient, path: string, who: Who): Promise<void> {
  for (const { route, sent, isWhole, answer } of await answersOf(path, who))
    queries.setQueryData([route, sent, ...(isWhole ? ['whole'] : [])], { value: answer }, { updatedAt: 0 });
}
