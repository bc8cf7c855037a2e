import type { CoopId } from '@ayni/kernel';
import type { Followed, Progress } from '@ayni/messaging/inbox/progress';

type Look = {
  readonly followed: Followed;
  readonly resolve: (progress: Progress) => void;
  readonly reject: (reason: unknown) => void;
};

/** So many are looked for with one read. */
const LOOKS_MAX = 500;

/**
 * Looks how far the events of commands are. An event that is applied wakes all who wait: those of a co-op are looked
 * for together, and who comes meanwhile is looked for next, so that a thousand who wait cost little more than one.
 */
export class Lookout {
  /** By co-op, while it is looked for one of them. */
  private readonly waiting = new Map<CoopId, Look[]>();

  /** @param read answers in the order in which it is asked */
  constructor(private readonly read: (coop: CoopId, followed: readonly Followed[]) => Promise<readonly Progress[]>) {}

  look(coop: CoopId, followed: Followed): Promise<Progress> {
    return new Promise((resolve, reject) => {
      const look = { followed, resolve, reject };
      const others = this.waiting.get(coop);
      if (others) others.push(look);
      else void this.goOn(coop, [look]);
    });
  }

  private async goOn(coop: CoopId, waiting: Look[]): Promise<void> {
    this.waiting.set(coop, waiting);
    // those who were woken by the same event come in the same turn
    await Promise.resolve();
    while (waiting.length > 0) await this.lookFor(coop, waiting.splice(0, LOOKS_MAX));
    this.waiting.delete(coop);
  }

  private async lookFor(coop: CoopId, looks: readonly Look[]): Promise<void> {
    try {
      const progress = await this.read(
        coop,
        looks.map(({ followed }) => followed),
      );
      looks.forEach(({ resolve, reject }, i) => {
        const found = progress[i];
        if (found) resolve(found);
        else reject(new Error('a command that was followed was not looked for'));
      });
    } catch (error) {
      for (const { reject } of looks) reject(error);
    }
  }
}
