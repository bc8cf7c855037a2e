import type { Place } from '../place.js';

/** Who is signed in, and her devices. */
export const me: readonly Place[] = [{ path: '/yo', onPhone: true, page: () => import('./me.js') }];
