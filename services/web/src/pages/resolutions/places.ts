import type { Place } from '../place.js';

export const resolutions: readonly Place[] = [
  { path: '/resoluciones', roles: ['president', 'treasurer', 'manager'], page: () => import('./resolutions.js') },
];
