import type { Place } from '../place.js';

/** What a member sees of herself. */
export const own: readonly Place[] = [
  { path: '/inicio', roles: ['member'], page: () => import('./my-week.js') },
  { path: '/mi-trabajo', roles: ['member'], page: () => import('./my-work.js') },
  { path: '/mi-cuenta', roles: ['member'], page: () => import('./my-account.js') },
];
