import type { Place } from '../place.js';

const sellers = ['seller', 'manager'] as const;
const readers = ['treasurer', 'manager', 'president'] as const;

/** Selling at a stall, and what was sold. */
export const sales: readonly Place[] = [
  { path: '/vender', roles: sellers, onPhone: true, page: () => import('./sell.js') },
  { path: '/mi-feria', roles: sellers, onPhone: true, page: () => import('./my-market.js') },
  { path: '/ventas', roles: readers, page: () => import('./sales.js') },
  { path: '/ventas/:receipt', roles: readers, page: () => import('./receipt.js') },
];
