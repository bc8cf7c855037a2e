const LOOK_MS = 5_000;
/** A program rests that works for less than this part of the time. */
const WORKED_MAX = 0.05;
/** So much must have come since the last time: a pause is not worth less. */
const MORE_MIN_BYTES = 16_000_000;
/** V8 gives pages back to the system that it finds empty a second time. */
const TIMES = 2;

/**
 * Gives back what memory was left over from work as soon as the program rests: V8 by itself keeps it for half a minute and
 * longer, and on a small laptop others need it. Does nothing where Node was not started with `--expose-gc`.
 */
export function collectAtRest(lookMs = LOOK_MS): void {
  const { gc } = globalThis;
  if (!gc) return;
  let [used, kept, due] = [process.cpuUsage(), 0, 0];
  const look = (): void => {
    const { user, system } = process.cpuUsage(used);
    used = process.cpuUsage();
    if (!isAtRest((user + system) / 1000 / lookMs)) return;
    if (process.memoryUsage().heapUsed - kept >= MORE_MIN_BYTES) due = TIMES;
    if (due === 0) return;
    gc();
    due -= 1;
    kept = process.memoryUsage().heapUsed;
  };
  setInterval(look, lookMs).unref();
}

/** @param worked for which part of the time the program worked */
export const isAtRest = (worked: number): boolean => worked < WORKED_MAX;
