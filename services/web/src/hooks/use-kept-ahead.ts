import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.js';
import type { ReadRoute, Sent } from '../api/route.js';
import { keepRead } from '../offline/reads.js';

/** Reads what a page may need later, where there is no line, and keeps it; the frame says where it could not. */
export function useKeptAhead<R extends ReadRoute>(route: R, wanted: readonly Sent<R>[]): void {
  useQuery({
    queryKey: [route, wanted, 'ahead'],
    queryFn: async ({ signal }) => {
      for (const sent of wanted) await keepRead(route, sent, await ask(route, sent, { signal }));
      return {};
    },
  });
}
