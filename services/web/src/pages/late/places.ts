import type { Place } from '../place.js';

/** What came when its season had closed. */
export const late: readonly Place[] = [
  { path: '/registros-tarde', roles: ['treasurer', 'president'], page: () => import('./late-records.js') },
];
