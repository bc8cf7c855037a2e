import type { Place } from '../place.js';

export const bring: readonly Place[] = [
  { path: '/traer', roles: ['treasurer', 'manager', 'president'], page: () => import('./bring.js') },
];
