import type { Place } from '../place.js';

export const members: readonly Place[] = [
  { path: '/familias', roles: ['manager', 'treasurer', 'president'], page: () => import('./families.js') },
  { path: '/familias/nueva', roles: ['manager', 'president'], page: () => import('./new-family.js') },
  { path: '/familias/:code', roles: ['manager', 'treasurer', 'president'], page: () => import('./family.js') },
  {
    path: '/familias/socias/:number',
    roles: ['manager', 'treasurer', 'president'],
    page: () => import('./member.js'),
  },
];
