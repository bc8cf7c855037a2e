import type { Place } from '../place.js';

export const structures: readonly Place[] = [
  { path: '/carpas', roles: ['manager'], page: () => import('./structures.js') },
];
