import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { uuidv7 } from 'uuidv7';

/** What every log line of a request or of an event says of where it belongs. */
export type LogContext = { readonly requestId?: string; readonly eventId?: string; readonly service?: string };

const storage = new AsyncLocalStorage<LogContext>();
const ids = new WeakMap<IncomingMessage, string>();

export const inContext = <T>(context: LogContext, work: () => T): T => storage.run(context, work);
export const currentContext = (): LogContext => storage.getStore() ?? {};

/** The request's own X-Request-Id where it is a plain one, else a new id. */
export function requestIdOf(request: IncomingMessage): string {
  let id = ids.get(request);
  if (id === undefined) {
    const given = request.headers['x-request-id'];
    id = typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : uuidv7();
    ids.set(request, id);
  }
  return id;
}
