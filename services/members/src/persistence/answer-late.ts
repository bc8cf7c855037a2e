import { setTimeout as pause } from 'node:timers/promises';

/** As long as whoever is over a limit waits for being told so. */
const LATE_MS = 2_000;
/** So many wait at a time; the next are told at once. */
const WAITING_MAX = 1_000;

let waiting = 0;

/**
 * Lets whoever is over a limit wait for the answer: who asks again as soon as she is answered would else ask as often
 * as we can answer, at the cost of all others.
 */
export async function answerLate(): Promise<void> {
  if (waiting >= WAITING_MAX) return;
  waiting += 1;
  await pause(LATE_MS);
  waiting -= 1;
}
