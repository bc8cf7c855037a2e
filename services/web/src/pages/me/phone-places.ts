import type { Place } from '../place.js';

/** Who is signed in, and her devices. */
export const me: readonly Place[] = [{ path: '/yo', page: () => import('./me.js') }];
