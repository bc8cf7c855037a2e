import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { Problem } from '../api/problem.js';

/** Whether something that the page shows could not be asked just now: what is missing or of before is not because there is none. */
export function useAway(): boolean {
  const queries = useQueryClient().getQueryCache();
  const subscribe = useCallback((changed: () => void) => queries.subscribe(changed), [queries]);
  return useSyncExternalStore(subscribe, () =>
    queries.findAll({ type: 'active' }).some(({ state: { error, data } }) => {
      const isOfBefore = Object(data).at !== undefined;
      return isOfBefore || (error instanceof Problem && error.passes);
    }),
  );
}
