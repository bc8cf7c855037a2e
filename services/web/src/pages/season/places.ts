import type { Place } from '../place.js';

const roles = ['treasurer', 'president'] as const;

export const season: readonly Place[] = [
  { path: '/reglas', roles, page: () => import('./rule-sets.js') },
  { path: '/reglas/:code', roles, page: () => import('./own-rule-set.js') },
  { path: '/gestion', roles, page: () => import('./current-season.js') },
  { path: '/gestion/abrir', roles: ['treasurer'], page: () => import('./open-season.js') },
  { path: '/gestion/de-antes', roles, page: () => import('./old-seasons.js') },
  { path: '/gestion/:code/previa', roles, page: () => import('./preview.js') },
  { path: '/gestion/:code/comparar', roles: [...roles, 'manager', 'member'], page: () => import('./scenarios.js') },
  { path: '/gestion/:code/corregir', roles: ['treasurer'], page: () => import('./correct-season.js') },
  { path: '/gestion/:code/reglas', roles: ['treasurer'], page: () => import('./amend-rules.js') },
  { path: '/gestion/:code', roles, page: () => import('./season.js') },
];
