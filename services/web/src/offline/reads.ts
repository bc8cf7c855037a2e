import type { Answer, ReadRoute, Sent } from '../api/route.js';
import { store } from './store.js';
import { keptWho } from './who.js';

/** Keeps what was answered, for when there is no line. */
export async function keepRead<R extends ReadRoute>(route: R, sent: Sent<R>, answer: Answer<R>): Promise<void> {
  const key = await keyOf(route, sent);
  if (key !== undefined) await (await store()).put('reads', { answer, at: Date.now() }, key);
}

/** What was answered the last time, and when; undefined where nothing was. */
export async function keptRead<R extends ReadRoute>(
  route: R,
  sent: Sent<R>,
): Promise<{ readonly value: Answer<R>; readonly at: number } | undefined> {
  const key = await keyOf(route, sent);
  const kept = key === undefined ? undefined : await (await store()).get('reads', key);
  // kept by the same route: it answers the same kind of thing
  return kept && { value: kept.answer as Answer<R>, at: kept.at };
}

/** Keeps all of a list, for when there is no line. */
export async function keepWhole(route: ReadRoute, sent: object, rows: readonly unknown[]): Promise<void> {
  const key = await keyOf(route, { ...sent, isWhole: true });
  if (key !== undefined) await (await store()).put('reads', { answer: rows, at: Date.now() }, key);
}

/** All of a list, as it was the last time, and when that was; undefined where it was never read. */
export async function keptWhole<Item>(
  route: ReadRoute,
  sent: object,
): Promise<{ readonly value: readonly Item[]; readonly at: number } | undefined> {
  const key = await keyOf(route, { ...sent, isWhole: true });
  const kept = key === undefined ? undefined : await (await store()).get('reads', key);
  // kept by the same route: its rows are of the same kind
  return kept && { value: kept.answer as readonly Item[], at: kept.at };
}

/** Nobody reads what another kept: the key names whose it is. */
async function keyOf(route: ReadRoute, sent: object): Promise<string | undefined> {
  const who = await keptWho();
  return who && JSON.stringify([who.coop.code, who.user, route, sent]);
}
