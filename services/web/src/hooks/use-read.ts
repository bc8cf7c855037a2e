import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../api/ask.js';
import { Problem } from '../api/problem.js';
import type { Answer, ReadRoute, Sent } from '../api/route.js';
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
  /** When it was answered, where that was not just now. */ readonly at?: number;
};

/** Asks what a page shows. What was shown before stays until the answer is there. */
export function useRead<R extends ReadRoute>(
  route: R,
  sent: Sent<R>,
  { kept = false, everyMs, when = true }: ReadOptions = {},
): UseQueryResult<Read<Answer<R>>, Problem> {
  return useQuery<Read<Answer<R>>, Problem>({
    queryKey: [route, sent],
    enabled: when,
    refetchInterval: everyMs ?? false,
    queryFn: async ({ signal }) => {
      try {
        const value = await ask(route, sent, { signal });
        if (kept) await keepRead(route, sent, value);
        return { value };
      } catch (error) {
        if (!kept || !(error instanceof Problem) || !error.passes) throw error;
        const before = await keptRead(route, sent);
        if (before === undefined) throw error;
        return before;
      }
    },
  });
}
