import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../api/ask.js';
import type { Problem } from '../api/problem.js';
import type { Parts, Sent } from '../api/route.js';
import type { ItemOf, ListRoute } from './use-list.js';
import type { Read } from './use-read.js';

const PAGE = 500;

/** Asks for all of a list that is short by nature: products, families, the lots of a season. */
export function useWhole<R extends ListRoute>(
  route: R,
  sent: Sent<R>,
  { when = true }: { readonly when?: boolean } = {},
): UseQueryResult<Read<readonly ItemOf<R>[]>, Problem> {
  return useQuery<Read<readonly ItemOf<R>[]>, Problem>({
    queryKey: [route, sent, 'whole'],
    enabled: when,
    queryFn: async ({ signal }) => {
      const { query }: Parts = { ...sent };
      const value: ItemOf<R>[] = [];
      for (let after: string | undefined; ;) {
        const page: unknown = await ask(
          route,
          { ...sent, query: { limit: PAGE, ...query, ...(after === undefined ? {} : { after }) } },
          { signal },
        );
        // what a list's route answers is a page of its items
        const { items, next } = page as { readonly items: readonly ItemOf<R>[]; readonly next: string | null };
        value.push(...items);
        if (next === null) return { value };
        after = next;
      }
    },
  });
}
