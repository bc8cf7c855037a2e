import { useQueryClient } from '@tanstack/react-query';

/** Has all that a page shows asked again. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries();
}
