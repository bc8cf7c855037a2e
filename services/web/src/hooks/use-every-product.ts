import { useRead } from './use-read.js';

/** Also what is used no more: it still has its name and its picture. */
export const EVERY_PRODUCT = { query: { limit: 999, retired: 'true' } } as const;

/** Every product, kept for when there is no line. */
export const useEveryProduct = () => useRead('GET /api/inventory/v1/products', EVERY_PRODUCT, { kept: true });
