import { useEffect, useRef } from 'react';
import { askRaw } from '../api/ask.js';
import { useRefresh } from './use-refresh.js';

type Service = 'members' | 'production' | 'inventory' | 'sales' | 'profit-sharing';

/** What a page shows first comes before what it follows. */
const FIRST_MS = 2_000;
/** Many events at once have the page ask once. */
const BREATH_MS = 500;
/** So often a page asks where nothing can be followed. */
const AGAIN_MS = 15_000;

/**
 * Has what a page shows asked again as soon as a service tells that something happened; from time to time where it
 * cannot be followed.
 * @param types of events, such as `ayni.sales.sale-recorded.v2`, parted by commas; all public ones where left out
 * @param when it is followed
 */
export function useNews(service: Service, types?: string, when = true): void {
  const refresh = useRefresh();
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => (when ? follow(service, types, () => latest.current()) : undefined), [service, types, when]);
}

/** @returns what ends it */
function follow(service: Service, types: string | undefined, act: () => void): () => void {
  let isOver = false;
  let reader: ReadableStreamDefaultReader<string> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let breath: ReturnType<typeof setTimeout> | undefined;

  const listen = async (): Promise<void> => {
    const query = { after: 'now', ...(types === undefined ? {} : { types }) };
    const { ok, body } = await askRaw(`GET /api/${service}/v1/events/stream`, { query });
    if (!ok || body === null || isOver) return void body?.cancel();
    // what happened since the page asked was not told
    act();
    reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      if (/^data:/m.test(part.value)) {
        clearTimeout(breath);
        breath = setTimeout(act, BREATH_MS);
      }
  };
  const goOn = (): void => {
    if (isOver) return;
    // what happened meanwhile was not told
    act();
    timer = setTimeout(begin, AGAIN_MS);
  };
  const begin = (): void => void listen().then(goOn, goOn);

  timer = setTimeout(begin, FIRST_MS);
  return () => {
    isOver = true;
    clearTimeout(timer);
    clearTimeout(breath);
    void reader?.cancel().catch(() => undefined);
  };
}
