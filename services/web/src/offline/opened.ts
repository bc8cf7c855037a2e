import type { Who } from '../api/who.js';
import { keyOf, type Asked } from './asked.js';
import { store } from './store.js';

/** By then a page has asked for all that it opens with. */
const OPENED_MS = 1_000;

let open = { path: '', asked: new Map<string, Asked>() };
let timer: ReturnType<typeof setTimeout> | undefined;

/** Notes what the page at a path asks for: it opens with it the next time. */
export function noteAsked(path: string, asked: Asked): void {
  if (open.path !== path) open = { path, asked: new Map() };
  const { asked: before } = open;
  const key = JSON.stringify(asked);
  if (before.has(key)) return;
  before.set(key, asked);
  clearTimeout(timer);
  timer = setTimeout(() => {
    // where nothing can be kept a page opens without
    void store().then(
      (database) => database.put('asked', [...before.values()], path),
      () => undefined,
    );
  }, OPENED_MS);
}

/** Forgets what any page asked for. */
export async function forgetAsked(): Promise<void> {
  clearTimeout(timer);
  open = { path: '', asked: new Map() };
  await (await store()).clear('asked');
}

/** What the page at a path asked for when it was open last, with what was answered to her. */
export async function answersOf(path: string, who: Who): Promise<readonly (Asked & { readonly answer: unknown })[]> {
  const transaction = (await store()).transaction(['asked', 'reads']);
  const asked = (await transaction.objectStore('asked').get(path)) ?? [];
  const kept = await Promise.all(asked.map((one) => transaction.objectStore('reads').get(keyOf(who, one))));
  return asked.flatMap((one, index) => {
    const { answer } = kept[index] ?? {};
    return answer === undefined ? [] : [{ ...one, answer }];
  });
}
