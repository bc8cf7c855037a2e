import type { Place } from '../place.js';

export const today: readonly Place[] = [{ path: '/hoy', roles: ['manager'], page: () => import('./today.js') }];
