import { Caller } from '../caller.js';
import { knownPath, neededQuery } from '../paths.js';
import { routesOf, type Route } from '../routes.js';
import { passwordOf } from '../people.js';
import { allowedTo, HOLDERS } from './who-may.js';

/** Who asks: an office, or somebody without a token. */
export const ASKERS = [...Object.keys(HOLDERS), 'nobody'];

/** What one route answers to everybody. */
export type RouteSeen = {
  readonly route: string;
  /** By who asks: `yes`, `no`, or the answer where it is neither. */
  readonly seen: Readonly<Record<string, string>>;
  /** What is otherwise than declared, in words. */
  readonly differs: readonly string[];
};

/** Asks every route of a filled co-op as everybody. */
export async function matrix(url: string, coop: string, run: string): Promise<RouteSeen[]> {
  const callers = new Map([['nobody', new Caller(url)]]);
  for (const [letter, user] of Object.entries(HOLDERS))
    callers.set(letter, await Caller.signIn(url, coop, user, passwordOf(coop)));
  const rows: RouteSeen[] = [];
  for (const route of await routesOf(url)) {
    const may = allowedTo(route);
    const seen: Record<string, string> = {};
    for (const [asker, caller] of callers) seen[asker] = judged(route, await knock(caller, route, run));
    const declared = (asker: string): string =>
      may === 'anybody' || (asker !== 'nobody' && may.includes(asker)) ? 'yes' : 'no';
    const differs = ASKERS.filter((asker) => seen[asker] !== declared(asker));
    rows.push({
      route: route.name,
      seen,
      differs: differs.map((asker) => `${asker}: ${seen[asker]}, and declared is ${declared(asker)}`),
    });
  }
  return rows;
}

/** Asks a route for what it shows, or something that it refuses to do whoever asks. */
async function knock(caller: Caller, route: Route, run: string): Promise<string> {
  const path = knownPath(route.path, run) + neededQuery(route);
  const reply = await caller.ask(route.method, path, route.method === 'GET' ? {} : { body: { surprise: 1 } });
  const code = reply.body.field('code').value;
  return reply.status >= 400 ? `${reply.status} ${String(code)}` : String(reply.status);
}

/** Whether a route shows some of those who may ask it what is theirs alone. */
const isOwnAlone = (path: string): boolean => path.endsWith('/attachments/{hash}');

function judged({ method, path }: Route, answer: string): string {
  if (/^(?:401 unauthenticated|403 forbidden)$/.test(answer)) return 'no';
  const isIn =
    method === 'GET'
      ? answer === '200' || (isOwnAlone(path) && answer === '404 not-found') || answer === '404 unknown-paper'
      : /^400 (?:bad-field|unknown-field|if-match-missing|attachment-type)$/.test(answer);
  return isIn ? 'yes' : answer;
}
