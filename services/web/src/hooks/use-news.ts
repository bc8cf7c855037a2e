import { useEffect, useRef } from 'react';
import { follow, type Service } from './follow.js';
import { useRefresh } from './use-refresh.js';

/** What a page shows first comes before what it follows. */
const FIRST_MS = 2_000;
/** Many events at once have the page ask once. */
const BREATH_MS = 500;

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
  useEffect(() => {
    if (!when) return undefined;
    let breath: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => latest.current();
    const onEvent = (): void => {
      clearTimeout(breath);
      breath = setTimeout(ask, BREATH_MS);
    };
    const end = follow(service, types, { onBegin: ask, onEvent, onEnd: ask }, FIRST_MS);
    return () => {
      clearTimeout(breath);
      end();
    };
  }, [service, types, when]);
}
