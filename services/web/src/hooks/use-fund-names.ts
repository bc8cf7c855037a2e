import { language } from '../words/language.js';
import { useRead } from './use-read.js';

const MOST = 500;

/** How funds are called in the language of the pages, by their codes. */
export function useFundNames(): (code: string) => string {
  const { data } = useRead('GET /api/profit-sharing/v1/funds', { query: { limit: MOST } });
  const names = new Map(
    data?.value.items.map(({ code, nameEs, nameEn }) => [code, language() === 'es' ? nameEs : nameEn]),
  );
  return (code) => names.get(code) ?? code;
}
