import type { Answer, ReadRoute, Sent } from '../api/route.js';
import { keyOf, type Asked } from './asked.js';
import { store } from './store.js';
import { keptWho } from './who.js';

/** Keeps what was answered, for when there is no line. */
export const keepRead = <R extends ReadRoute>(route: R, sent: Sent<R>, answer: Answer<R>): Promise<void> =>
  keep({ route, sent, isWhole: false }, answer);

/** What was answered the last time, and when; undefined where nothing was. */
export async function keptRead<R extends ReadRoute>(
  route: R,
  sent: Sent<R>,
): Promise<{ readonly value: Answer<R>; readonly at: number } | undefined> {
  const kept = await find({ route, sent, isWhole: false });
  // kept by the same route: it answers the same kind of thing
  return kept && { value: kept.answer as Answer<R>, at: kept.at };
}

/** Keeps all of a list, for when there is no line. */
export const keepWhole = (route: ReadRoute, sent: object, rows: readonly unknown[]): Promise<void> =>
  keep({ route, sent, isWhole: true }, rows);

/** All of a list, as it was the last time, and when that was; undefined where it was never read. */
export async function keptWhole<Item>(
  route: ReadRoute,
  sent: object,
): Promise<{ readonly value: readonly Item[]; readonly at: number } | undefined> {
  const kept = await find({ route, sent, isWhole: true });
  // kept by the same route: its rows are of the same kind
  return kept && { value: kept.answer as readonly Item[], at: kept.at };
}

async function keep(asked: Asked, answer: unknown): Promise<void> {
  const who = await keptWho();
  if (who) await (await store()).put('reads', { answer, at: Date.now() }, keyOf(who, asked));
}

async function find(asked: Asked): Promise<{ readonly answer: unknown; readonly at: number } | undefined> {
  const who = await keptWho();
  return who && (await store()).get('reads', keyOf(who, asked));
}
