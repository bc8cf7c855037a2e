import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../api/ask.js';
import { Problem } from '../api/problem.js';
import type { Answer, ReadRoute, Sent } from '../api/route.js';
import { noteAsked } from '../offline/opened.js';
import { keepRead, keptRead } from '../offline/reads.js';

export type ReadOptions = {
  /** Kept on this device, and shown where there is no line. */
  readonly kept?: boolean;
  /** Asked again after so many milliseconds, as long as the page is looked at. */
  readonly everyMs?: number;
  /** Not asked yet, where false. */
  readonly when?: boolean;
};

export type Read<Value> = {
  readonly value: Value;
  /** When it was answered, where that was not just now. */
  readonly at?: number;
  /** Why it was not answered just now. */
  readonly because?: Problem;
};

/** Asks what a page shows. What was shown before stays until the answer is there. */
export function useRead<R extends ReadRoute>(
  route: R,
  sent: Sent<R>,
  { kept = false, everyMs, when = true }: ReadOptions = {},
): UseQueryResult<Read<Answer<R>>, Problem> {
  const queries = useQueryClient();
  const queryKey = [route, sent];
  const showUntilAnswered = (value: Answer<R>): void => {
    if (queries.getQueryState(queryKey)?.status === 'pending')
      queries.setQueryData(queryKey, { value }, { updatedAt: 0 });
  };
  return useQuery<Read<Answer<R>>, Problem>({
    queryKey,
    enabled: when,
    refetchInterval: everyMs ?? false,
    queryFn: async ({ signal }) => {
      if (kept) {
        noteAsked(window.location.pathname, { route, sent, isWhole: false });
        // what was kept is there at once; the answer takes its place
        if (queries.getQueryData(queryKey) === undefined)
          void keptRead(route, sent).then((before) => before && showUntilAnswered(before.value));
      }
      try {
        const value = await ask(route, sent, { signal });
        // a device that keeps nothing shows it all the same
        if (kept) await keepRead(route, sent, value).catch(() => undefined);
        return { value };
      } catch (error) {
        if (!kept || !(error instanceof Problem) || !error.passes) throw error;
        const before = await keptRead(route, sent);
        if (before === undefined) throw error;
        return { ...before, because: error };
      }
    },
  });
}
