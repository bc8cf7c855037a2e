import type { Place } from '../place.js';

export const shoebox: readonly Place[] = [
  { path: '/gastos/caja-de-recibos', roles: ['treasurer'], page: () => import('./shoebox.js') },
];
