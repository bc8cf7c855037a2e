import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { MomentCome } from '@ayni/database/moments';
import type { reach } from '@ayni/messaging/moments';

type Moment = 'transaction:committing' | 'transaction:committed' | Parameters<typeof reach>[0];

/** What is held: who begins it, and where. */
export type Holding<Result> = {
  readonly begin: () => Promise<Result>;
  /** The first to come there is held. */
  readonly at: Moment;
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
        if (!(come instanceof MomentCome) || (type !== undefined && !come.types.includes(type))) return;
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
