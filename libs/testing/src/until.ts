import { inspect, types } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';

/** It looks often at first and seldomer the longer it waits, or asking would keep busy the very machine that is waited for. */
const OFTEN_MS = 10;
const SELDOM_MS = 100;
const LOOKS_PER_WAIT = 20;
/** Only what will never be so is given up, since no machine's speed decides a test; whoever sits before one hears sooner. */
const PATIENCE_MS = process.env['CI'] ? 300_000 : 60_000;

/**
 * Waits until `condition` gives something truthy, and gives that back. One that throws counts as "not yet".
 * What passes through `see` stands in the message if time runs out: `until(async (see) => see(await count()) === 3)`.
 */
export async function until<T>(
  condition: (see: <V>(value: V) => V) => Promise<T> | T,
  { timeoutMs = PATIENCE_MS }: { timeoutMs?: number } = {},
): Promise<NonNullable<T>> {
  const began = performance.now();
  let seen: unknown;
  const see = <V>(value: V): V => {
    seen = value;
    return value;
  };
  for (;;) {
    seen = undefined;
    try {
      const value = await condition(see);
      if (value) return value;
      seen ??= value;
    } catch (error) {
      seen = error;
    }
    const waited = performance.now() - began;
    if (waited > timeoutMs) {
      const last = types.isNativeError(seen) ? seen.message : inspect(seen, { depth: 4, breakLength: 120 });
      throw new Error(`Not so within ${timeoutMs} ms; last seen: ${last}`, { cause: seen });
    }
    await pause(Math.min(Math.max(OFTEN_MS, waited / LOOKS_PER_WAIT), SELDOM_MS));
  }
}
