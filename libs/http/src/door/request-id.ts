import type { IncomingMessage } from 'node:http';
import { uuidv7 } from 'uuidv7';

const ids = new WeakMap<IncomingMessage, string>();

/** The request's own X-Request-Id where it is a plain one, else a new id; every log line of the request carries it. */
export function requestIdOf(request: IncomingMessage): string {
  let id = ids.get(request);
  if (id === undefined) {
    const given = request.headers['x-request-id'];
    id = typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : uuidv7();
    ids.set(request, id);
  }
  return id;
}
