import type { Place } from '../place.js';

/** Who may enter, with what, and what was done. */
export const users: readonly Place[] = [
  { path: '/usuarios', roles: ['president', 'treasurer', 'manager'], page: () => import('./users.js') },
  { path: '/usuarios/llaves', roles: ['president', 'integrator'], page: () => import('./keys.js') },
  { path: '/usuarios/aparatos', roles: ['president', 'treasurer'], page: () => import('./devices.js') },
  { path: '/usuarios/actos', roles: ['president'], page: () => import('./trail.js') },
];
