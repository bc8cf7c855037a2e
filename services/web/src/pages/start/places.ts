import type { Place } from '../place.js';

export const start: readonly Place[] = [
  { path: '/primeros-pasos', roles: ['president', 'treasurer', 'manager'], page: () => import('./first-steps.js') },
];
