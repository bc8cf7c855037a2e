import type { Place } from '../place.js';

/** What programs follow. */
export const events: readonly Place[] = [
  { path: '/eventos', roles: ['integrator', 'president', 'treasurer'], page: () => import('./feed.js') },
];
