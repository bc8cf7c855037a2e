import { answerOf } from './answer-of.js';
import type { Answer, Route, Sent } from './route.js';
import { send } from './send.js';

/** Asks a route that nobody has to be signed in for. @throws Problem */
export async function askAsStranger<R extends Route>(route: R, sent: Sent<R>): Promise<Answer<R>> {
  return answerOf(route, await send(route, sent, {}, undefined));
}
