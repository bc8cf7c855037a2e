import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { ask } from '../api/ask.js';
import type { Problem } from '../api/problem.js';
import type { Answer, Parts, ReadRoute, Sent } from '../api/route.js';

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

/** Routes that answer a page of a list, and where the next one begins. */
export type ListRoute = { [R in ReadRoute]: Answer<R> extends Page<unknown> ? R : never }[ReadRoute];

export type ItemOf<R extends ListRoute> = Answer<R> extends Page<infer Item> ? Item : never;

/** A list as far as it was asked for. */
export type List<Item> = {
  readonly items: readonly Item[] | undefined;
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Asks for the next page, where there is one. */
  readonly more: (() => void) | undefined;
  readonly again: () => void;
};

const PAGE = 100;
/** Who wants more than the first page has a long list before her. */
const FURTHER = 500;

/** Asks for a list page by page. What a page may be filtered by stands in `sent.query`. */
export function useList<R extends ListRoute>(
  route: R,
  sent: Sent<R>,
  { everyMs, when = true }: { readonly everyMs?: number; readonly when?: boolean } = {},
): List<ItemOf<R>> {
  const asked = useInfiniteQuery<
    Page<ItemOf<R>>,
    Problem,
    InfiniteData<Page<ItemOf<R>>>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [route, sent, 'list'],
    enabled: when,
    initialPageParam: undefined,
    refetchInterval: everyMs ?? false,
    queryFn: async ({ pageParam, signal }) => {
      const { query }: Parts = { ...sent };
      const place = pageParam === undefined ? { limit: PAGE } : { limit: FURTHER, after: pageParam };
      const page: unknown = await ask(route, { ...sent, query: { ...place, ...query } }, { signal });
      // what a list's route answers is a page of its items
      return page as Page<ItemOf<R>>;
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return {
    items: asked.data?.pages.flatMap(({ items }) => items),
    problem: asked.error,
    busy: asked.isFetching,
    more: asked.hasNextPage ? () => void asked.fetchNextPage() : undefined,
    again: () => void asked.refetch(),
  };
}
