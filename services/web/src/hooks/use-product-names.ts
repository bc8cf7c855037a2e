import { useRead } from './use-read.js';

const MOST = 999;

/** What people call the products, by their codes; a code whose name is not known yet stands for itself. */
export function useProductNames(): (code: string) => string {
  const { data } = useRead(
    'GET /api/inventory/v1/products',
    { query: { limit: MOST, retired: 'true' } },
    { kept: true },
  );
  const names = new Map(data?.value.items.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
