import { jsonOf } from '@ayni/kernel';
import { Problem } from './problem.js';
import type { Answer, Route } from './route.js';

/**
 * What a route answered, as its document says.
 * @throws Problem where it refused, or where who answered was not the system
 */
export async function answerOf<R extends Route>(_route: R, response: Response): Promise<Answer<R>> {
  const body = jsonOf(await response.text());
  if (!response.ok) throw Problem.of(response.status, body);
  // a 200 that is no JSON was answered by somebody between us and the system
  if (body === undefined) throw Problem.unreachable();
  // the routes' answers are checked against their documents by the tests of the pages
  return body as Answer<R>;
}
