import type { Place } from '../place.js';

export const harvests: readonly Place[] = [
  { path: '/cosechas', roles: ['manager'], page: () => import('./harvests.js') },
  { path: '/cosechas/nueva', roles: ['manager'], ahead: true, page: () => import('./note-harvest.js') },
];
