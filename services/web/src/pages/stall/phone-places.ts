import type { Place } from '../place.js';

const roles = ['seller', 'manager'] as const;

/** Selling at a stall. */
export const stall: readonly Place[] = [
  { path: '/vender', roles, page: () => import('./sell.js') },
  { path: '/mi-feria', roles, page: () => import('./my-market.js') },
];
