import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** What is told to who watches a moment: the types of the events at hand, and how to keep whoever came there. */
type MomentCome = { readonly types: readonly string[]; readonly hold: (until: Promise<unknown>) => void };

const isMomentCome = (told: unknown): told is MomentCome =>
  typeof told === 'object' && told !== null && 'types' in told && 'hold' in told;

/** What is held: who begins it, and where. */
export type Holding<Result> = {
  readonly begin: () => Promise<Result>;
  /** The first to come there is held. */
  readonly at: string;
  /** Only one with an event of this type. */
  readonly type?: string;
};

/**
 * Begins something of this process, holds it at a named moment, does `meanwhile`, and lets it go on: so what `meanwhile`
 * does happens between two steps that nothing else can be put between. @returns what was begun gave
 */
export async function whileHeld<Result>(
  { begin, at, type }: Holding<Result>,
  meanwhile: () => Promise<void>,
): Promise<Result> {
  const channel = `ayni:${at}`;
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  let begun: Promise<Result> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const hold = (come: unknown): void => {
        if (!isMomentCome(come) || (type !== undefined && !come.types.includes(type))) return;
        unsubscribe(channel, hold);
        come.hold(gone);
        resolve();
      };
      subscribe(channel, hold);
      begun = begin();
      begun
        .then(() => reject(new Error(`it ended and never came to ${at}`)), reject)
        .finally(() => unsubscribe(channel, hold));
    });
    await meanwhile();
  } finally {
    letGo();
    await begun?.catch(() => undefined);
  }
  if (!begun) throw new Error('nothing was begun');
  return begun;
}
