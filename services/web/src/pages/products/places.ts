import type { Place } from '../place.js';

export const products: readonly Place[] = [
  { path: '/productos', roles: ['manager'], page: () => import('./products.js') },
  { path: '/productos/:code', roles: ['manager'], page: () => import('./product.js') },
];
