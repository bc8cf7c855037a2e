import { momentsOf } from '@ayni/database/moments';

/** Tells who watches a system from inside how far an event has come. */
export const atMoment = momentsOf(
  'relay:numbered',
  'relay:sent',
  'relay:marked',
  'inbox:applied',
  'inbox:committed',
  'consumer:joined',
);
