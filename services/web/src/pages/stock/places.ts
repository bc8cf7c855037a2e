import type { Place } from '../place.js';

export const stock: readonly Place[] = [
  { path: '/almacen', roles: ['manager'], page: () => import('./stock.js') },
  { path: '/almacen/lotes', roles: ['manager'], page: () => import('./lots.js') },
  { path: '/almacen/lotes/:code', roles: ['manager', 'treasurer', 'president'], page: () => import('./lot.js') },
  { path: '/almacen/entregas', roles: ['manager'], page: () => import('./deliveries.js') },
  { path: '/almacen/entregas/nueva', roles: ['manager'], ahead: true, page: () => import('./note-delivery.js') },
  { path: '/almacen/perdidas', roles: ['manager'], page: () => import('./losses.js') },
  { path: '/almacen/perdidas/nueva', roles: ['manager'], ahead: true, page: () => import('./note-loss.js') },
  { path: '/almacen/regalos', roles: ['manager'], page: () => import('./gifts.js') },
  { path: '/almacen/regalos/nuevo', roles: ['manager'], page: () => import('./note-gift.js') },
];
