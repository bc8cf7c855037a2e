import type { Place } from '../place.js';

/** The attendance sheet. */
export const attendance: readonly Place[] = [
  { path: '/trabajo/planilla', roles: ['manager'], page: () => import('./attendance.js') },
];
