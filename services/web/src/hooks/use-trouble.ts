import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { Problem } from '../api/problem.js';

/** A code that is nobody's is no trouble: the page says that nothing is there. */
const NOT_FOUND = 404;

/**
 * What keeps something that the page shows from being asked just now, whatever the page itself says of it: `unreachable`
 * where nothing answers, `away` where a part does not, the refusal's words where it was refused.
 */
export function useTrouble(): string | undefined {
  const queries = useQueryClient().getQueryCache();
  const subscribe = useCallback((changed: () => void) => queries.subscribe(changed), [queries]);
  return useSyncExternalStore(subscribe, () => {
    let refused: string | undefined;
    for (const { state } of queries.findAll({ type: 'active' })) {
      // told at the first try that failed, not at the last
      const problem: unknown = state.error ?? state.fetchFailureReason ?? Object(state.data).because;
      if (problem instanceof Problem && problem.passes) return problem.status === 0 ? 'unreachable' : 'away';
      if (problem instanceof Problem && problem.status !== NOT_FOUND) refused = problem.detail;
    }
    return refused;
  });
}
