import type { Place } from '../place.js';

/** What waits on this device to be sent. */
export const queue: readonly Place[] = [
  { path: '/por-enviar', roles: ['seller', 'member', 'manager'], page: () => import('./to-send.js') },
];
