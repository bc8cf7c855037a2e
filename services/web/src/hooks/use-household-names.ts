import { useRead } from './use-read.js';

const MOST = 500;

/** How families are called, by their codes; a code stands for itself until the names are there. */
export function useHouseholdNames(): (code: string) => string {
  const { data } = useRead('GET /api/members/v1/households', { query: { limit: MOST } });
  const names = new Map(data?.value.items.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
