import { shutDays } from '../words/shut-days.js';
import { useList } from './use-list.js';

/** The days of seasons that are closed; none where that cannot be asked for, since each part of a page stands by itself. */
export function useShutDays(): ReturnType<typeof shutDays> & { readonly isKnown: boolean } {
  const { items, problem } = useList('GET /api/profit-sharing/v1/seasons', {});
  return { ...shutDays(items ?? []), isKnown: items !== undefined || problem !== null };
}
