import type { Place } from '../place.js';

export const work: readonly Place[] = [{ path: '/trabajo', roles: ['manager'], page: () => import('./work.js') }];
