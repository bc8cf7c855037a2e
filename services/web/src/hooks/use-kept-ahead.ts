import { useEffect } from 'react';
import { ask } from '../api/ask.js';
import type { ReadRoute, Sent } from '../api/route.js';
import { keepRead } from '../offline/reads.js';

/** Reads what a page may need later, where there is no line, and keeps it; where there is none now, nothing happens. */
export function useKeptAhead<R extends ReadRoute>(route: R, wanted: readonly Sent<R>[]): void {
  const text = JSON.stringify(wanted);
  useEffect(() => {
    let isOver = false;
    const readAll = async (): Promise<void> => {
      for (const sent of wanted) {
        if (isOver) return;
        await keepRead(route, sent, await ask(route, sent));
      }
    };
    readAll().catch(() => undefined);
    return () => {
      isOver = true;
    };
    // the same wishes in another array are the same
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [route, text]);
}
