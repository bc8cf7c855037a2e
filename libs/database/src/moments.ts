import { channel } from 'node:diagnostics_channel';

/** What is told to who watches a moment, when it has come. */
export class MomentCome {
  private readonly holds: Promise<unknown>[] = [];

  constructor(
    /** The types of the events at hand. */
    readonly types: readonly string[],
  ) {}

  /** Keeps whoever has come to the moment there until this settles: those that race can be made to meet. */
  hold(until: Promise<unknown>): void {
    this.holds.push(until);
  }

  /** What has to settle before whoever came goes on; nothing where nobody holds her. */
  get held(): Promise<unknown> | undefined {
    return this.holds.length === 0 ? undefined : Promise.all(this.holds);
  }
}

/** Tells who watches that a moment has come; gives what to wait for before going on, where somebody holds the moment. */
type Tell<Moment extends string> = (moment: Moment, types: () => readonly string[]) => Promise<unknown> | undefined;

/**
 * Names moments between which a crash could lose or double something. Whoever watches a system from inside listens on
 * the diagnostics channel `ayni:<moment>`; while nobody does, they cost nothing.
 * @returns tells who watches that a moment has come, with the types of the events at hand
 */
export function momentsOf<Moment extends string>(...names: readonly Moment[]): Tell<Moment> {
  const channels = new Map(names.map((moment) => [moment, channel(`ayni:${moment}`)]));
  return (moment, types) => {
    const watched = channels.get(moment);
    if (!watched?.hasSubscribers) return undefined;
    const come = new MomentCome(types());
    watched.publish(come);
    return come.held;
  };
}
