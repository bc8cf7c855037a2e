import { language } from '../words/language.js';
import { Problem } from './problem.js';
import { addressOf, type Parts, type Route } from './route.js';
import { noteServerTime } from './server-time.js';

/** How a request is sent, beside what is sent. */
export type Manner = {
  /** Of a command: under which it is done once, however often it is sent. */
  readonly key?: string;
  /** The version that was seen of what is to be corrected. */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
};

const PATIENCE_MS = 20_000;

/** For each character or byte sent: the rows of a whole spreadsheet take a small laptop longer, and a photo a slow line. */
const PATIENCE_EACH_MS = 0.2;

/** Sends a request to a route. @throws Problem `unreachable` where nothing answers in time */
export async function send(route: Route, sent: Parts, manner: Manner, token: string | undefined): Promise<Response> {
  const [method = ''] = route.split(' ');
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language(), 'X-Ayni': '1' });
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  if (manner.key !== undefined) headers.set('Idempotency-Key', manner.key);
  if (manner.ifMatch !== undefined) headers.set('If-Match', manner.ifMatch);
  const body = sent.body instanceof Blob ? sent.body : sent.body === undefined ? undefined : JSON.stringify(sent.body);
  if (body !== undefined) headers.set('Content-Type', body instanceof Blob ? body.type : 'application/json');
  // AbortSignal.timeout is younger than the oldest browsers that these pages are for
  const patience = new AbortController();
  const more = (body instanceof Blob ? body.size : (body?.length ?? 0)) * PATIENCE_EACH_MS;
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS + more);
  const giveUp = (): void => patience.abort();
  manner.signal?.addEventListener('abort', giveUp);
  try {
    const response = await fetch(addressOf(route, sent), {
      method,
      headers,
      signal: patience.signal,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body }),
    });
    noteServerTime(response.headers.get('Date'));
    return response;
  } catch (error) {
    if (manner.signal?.aborted) throw error;
    throw Problem.unreachable();
  } finally {
    clearTimeout(timer);
    manner.signal?.removeEventListener('abort', giveUp);
  }
}
