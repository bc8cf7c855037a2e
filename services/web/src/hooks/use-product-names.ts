import { useEveryProduct } from './use-every-product.js';

/** What people call the products, by their codes; a code whose name is not known yet stands for itself. */
export function useProductNames(): (code: string) => string {
  const { data } = useEveryProduct();
  const names = new Map(data?.value.items.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
