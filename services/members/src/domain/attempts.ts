import { Refusal } from '@ayni/kernel';

/** So many attempts come without a delay: several devices of one user may sign in at once. */
const FREE = 10;
const DELAY_MAX_MS = 300_000;
const FORGOTTEN_MS = 3_600_000;
const REMEMBERED_MAX = 10_000;

type Tries = { readonly count: number; readonly atMs: number; readonly freeAtMs: number };

/**
 * The attempts to sign in as somebody, whether or not there is such a user. From the tenth on each one
 * that fails doubles the time until the next is looked at, from one second to five minutes.
 */
export class Attempts {
  private readonly tries = new Map<string, Tries>();

  /** Counts an attempt before it is looked at, so that many at once are counted too. @throws Refusal `too-many-attempts` */
  begin(who: string, nowMs: number): void {
    const before = this.tries.get(who);
    if (before && nowMs < before.freeAtMs)
      throw new Refusal('too-many-attempts', '', { seconds: String(Math.ceil((before.freeAtMs - nowMs) / 1000)) });
    const count = before && nowMs - before.atMs < FORGOTTEN_MS ? before.count + 1 : 1;
    this.tries.delete(who);
    this.tries.set(who, { count, atMs: nowMs, freeAtMs: nowMs + delayMs(count) });
    const [oldest] = this.tries.keys();
    if (this.tries.size > REMEMBERED_MAX && oldest !== undefined) this.tries.delete(oldest);
  }

  succeeded(who: string): void {
    this.tries.delete(who);
  }
}

const delayMs = (count: number): number => (count < FREE ? 0 : Math.min(DELAY_MAX_MS, 1000 * 2 ** (count - FREE)));
