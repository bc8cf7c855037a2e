import type { Carrier } from '@ayni/messaging/carrier/carrier';

/** What a process that is a door only has instead of a carrier: the service's worker hears the events. */
export const NO_CARRIER: Carrier = {
  subscribe: () => ({ stop: () => Promise.resolve(), lag: () => Promise.resolve(new Map()) }),
};
