import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask } from '../api/ask.js';
import { Problem } from '../api/problem.js';
import type { Parts, Sent } from '../api/route.js';
import { noteAsked } from '../offline/opened.js';
import { keepWhole, keptWhole } from '../offline/reads.js';
import type { ItemOf, ListRoute } from './use-list.js';
import type { Read, ReadOptions } from './use-read.js';

const PAGE = 500;

/** Asks for all of a list that is short by nature: products, families, the lots of a season. */
export function useWhole<R extends ListRoute>(
  route: R,
  sent: Sent<R>,
  { when = true, kept = false }: Pick<ReadOptions, 'when' | 'kept'> = {},
): UseQueryResult<Read<readonly ItemOf<R>[]>, Problem> {
  return useQuery<Read<readonly ItemOf<R>[]>, Problem>({
    queryKey: [route, sent, 'whole'],
    enabled: when,
    queryFn: async ({ signal }) => {
      if (kept) noteAsked(window.location.pathname, { route, sent, isWhole: true });
      try {
        const value = await wholeOf(route, sent, signal);
        // a device that keeps nothing shows it all the same
        if (kept) await keepWhole(route, sent, value).catch(() => undefined);
        return { value };
      } catch (error) {
        if (!kept || !(error instanceof Problem) || !error.passes) throw error;
        const before = await keptWhole<ItemOf<R>>(route, sent);
        if (before === undefined) throw error;
        return { ...before, because: error };
      }
    },
  });
}

async function wholeOf<R extends ListRoute>(route: R, sent: Sent<R>, signal: AbortSignal): Promise<ItemOf<R>[]> {
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
    if (next === null) return value;
    after = next;
  }
}
