import { channel } from 'node:diagnostics_channel';

/**
 * The moments between which a crash could lose or double something. Whoever watches a system from inside listens on
 * the diagnostics channel `ayni:<moment>`; while nobody does, they cost nothing.
 */
const MOMENTS = [
  'transaction:committing',
  'transaction:committed',
  'load:queued',
  'relay:numbered',
  'relay:sent',
  'relay:marked',
  'inbox:applied',
  'inbox:committed',
  'consumer:joined',
] as const;

export type Moment = (typeof MOMENTS)[number];

const channels = new Map(MOMENTS.map((moment) => [moment, channel(`ayni:${moment}`)]));

/** Tells who watches that `moment` has come; `types` are the types of the events at hand. */
export function reach(moment: Moment, types: () => readonly string[]): void {
  const watched = channels.get(moment);
  if (watched?.hasSubscribers) watched.publish({ types: types() });
}
