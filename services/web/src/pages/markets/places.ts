import type { Place } from '../place.js';

export const markets: readonly Place[] = [{ path: '/ferias', roles: ['manager'], page: () => import('./markets.js') }];
