import { channel } from 'node:diagnostics_channel';

/**
 * Names moments between which a crash could lose or double something. Whoever watches a system from inside listens on
 * the diagnostics channel `ayni:<moment>`; while nobody does, they cost nothing.
 * @returns tells who watches that a moment has come, with the types of the events at hand
 */
export function momentsOf<Moment extends string>(
  ...names: readonly Moment[]
): (moment: Moment, types: () => readonly string[]) => void {
  const channels = new Map(names.map((moment) => [moment, channel(`ayni:${moment}`)]));
  return (moment, types) => {
    const watched = channels.get(moment);
    if (watched?.hasSubscribers) watched.publish({ types: types() });
  };
}
