import { useList } from './use-list.js';

const LOOKED_BACK = 500;

/** What was written of expenses before, the most used first: to choose from instead of spelling it another way. */
export function useBefore(): { readonly categories: readonly string[]; readonly suppliers: readonly string[] } {
  const { items = [] } = useList('GET /api/profit-sharing/v1/expenses', { query: { limit: LOOKED_BACK } });
  return {
    categories: mostUsed(items.flatMap(({ category, lines }) => [category, ...lines.map((line) => line.category)])),
    suppliers: mostUsed(items.flatMap(({ supplier }) => supplier ?? [])),
  };
}

function mostUsed(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text);
}
