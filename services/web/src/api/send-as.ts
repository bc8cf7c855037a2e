import type { Route, Sent } from './route.js';
import { send } from './send.js';
import { bearerOf, renewed, type Owner } from './session.js';

/**
 * Sends a command under its key, as the user who gave it and as nobody else. A session that ended is renewed once.
 * @returns undefined where she is not signed in
 * @throws Problem where nothing answers
 */
export async function sendAs<R extends Route>(
  owner: Owner,
  route: R,
  sent: Sent<R>,
  key: string,
): Promise<Response | undefined> {
  const token = await bearerOf(owner);
  if (token === undefined) return undefined;
  const first = await send(route, sent, { key }, token);
  if (first.status !== 401) return first;
  await renewed();
  const again = await bearerOf(owner);
  return again === undefined ? undefined : send(route, sent, { key }, again);
}
