import type { Place } from '../place.js';

export const sales: readonly Place[] = [
  { path: '/vender', roles: ['seller', 'manager'], page: () => import('./sell.js') },
  { path: '/mi-feria', roles: ['seller', 'manager'], page: () => import('./my-market.js') },
];
