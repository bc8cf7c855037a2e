import { answerOf } from './answer-of.js';
import { askRaw } from './ask.js';
import type { ReadRoute, Sent } from './route.js';

/** A file, and what the system calls it, where it does. */
export type NamedFile = { readonly file: Blob; readonly name: string | undefined };

/**
 * Asks a route for a file, whole.
 * @throws Problem where it is refused, or where there is no answer of the system
 */
export async function askFile<R extends ReadRoute>(route: R, sent: Sent<R>): Promise<NamedFile> {
  const response = await askRaw(route, sent);
  if (!response.ok) await answerOf(route, response);
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  return { file: await response.blob(), name };
}
