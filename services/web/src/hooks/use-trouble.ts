import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { Problem } from '../api/problem.js';

/** A code that is nobody's is no trouble: the page says that nothing is there. */
const NOT_FOUND = 404;

/**
 * What keeps something that the page shows from being asked just now, whatever the page itself says of it: `away` where
 * it may be asked again, the refusal's words where it was refused.
 */
export function useTrouble(): string | undefined {
  const queries = useQueryClient().getQueryCache();
  const subscribe = useCallback((changed: () => void) => queries.subscribe(changed), [queries]);
  return useSyncExternalStore(subscribe, () => {
    let refused: string | undefined;
    for (const { state } of queries.findAll({ type: 'active' })) {
      // told at the first try that failed, not at the last
      const problem = state.error ?? state.fetchFailureReason;
      const isOfBefore = Object(state.data).at !== undefined;
      if (isOfBefore || (problem instanceof Problem && problem.passes)) return 'away';
      if (problem instanceof Problem && problem.status !== NOT_FOUND) refused = problem.detail;
    }
    return refused;
  });
}
