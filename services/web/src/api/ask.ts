import { answerOf } from './answer-of.js';
import type { Answer, Route, Sent } from './route.js';
import { send, type Manner } from './send.js';
import { bearer, renewed } from './session.js';

/**
 * Asks a route, as whoever is signed in. A session that ended is renewed once.
 * @throws Problem where it is refused, or where there is no answer of the system
 */
export async function ask<R extends Route>(route: R, sent: Sent<R>, manner: Manner = {}): Promise<Answer<R>> {
  return answerOf(route, await askRaw(route, sent, manner));
}

/** The same, for what is no JSON: files and streams. */
export async function askRaw<R extends Route>(route: R, sent: Sent<R>, manner: Manner = {}): Promise<Response> {
  const first = await send(route, sent, manner, await bearer());
  if (first.status !== 401) return first;
  const token = await renewed();
  return token === undefined ? first : send(route, sent, manner, token);
}
