import { useWhole } from './use-whole.js';

/** How families are called, by their codes; a code stands for itself until the names are there. */
export function useHouseholdNames(): (code: string) => string {
  const { data } = useWhole('GET /api/members/v1/households', {});
  const names = new Map(data?.value.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
