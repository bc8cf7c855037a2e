import type { Place } from '../place.js';

const roles = ['member', 'president', 'manager', 'treasurer'] as const;
const officers = ['president', 'manager', 'treasurer'] as const;

export const assemblies: readonly Place[] = [
  { path: '/asambleas', roles, page: () => import('./assemblies.js') },
  { path: '/asambleas/convocar', roles: ['president', 'manager'], page: () => import('./call.js') },
  { path: '/asambleas/reglas', roles, page: () => import('./rules.js') },
  { path: '/asambleas/:code', roles, page: () => import('./assembly.js') },
  { path: '/asambleas/:code/asistencia', roles: officers, page: () => import('./presence.js') },
  { path: '/asambleas/:code/acta', roles, page: () => import('./minutes.js') },
];
