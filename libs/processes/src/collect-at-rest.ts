import { Session } from 'node:inspector';

const LOOK_MS = 2_000;
/** A program rests that works for less than this part of the time. */
const WORKED_MAX = 0.05;
/** So much must have come since the last time: a pause is not worth less. */
const MORE_MIN_BYTES = 16_000_000;

/**
 * Gives back what memory was left over from work as soon as the program rests: V8 by itself keeps it for half a minute and
 * longer, and on a small laptop others need it.
 */
export function collectAtRest(lookMs = LOOK_MS): void {
  let [used, kept] = [process.cpuUsage(), 0];
  const look = (): void => {
    const { user, system } = process.cpuUsage(used);
    used = process.cpuUsage();
    if (!isAtRest((user + system) / 1000 / lookMs)) return;
    if (process.memoryUsage().heapUsed - kept < MORE_MIN_BYTES) return;
    collect(() => {
      kept = process.memoryUsage().heapUsed;
    });
  };
  setInterval(look, lookMs).unref();
}

/** @param worked for which part of the time the program worked */
export const isAtRest = (worked: number): boolean => worked < WORKED_MAX;

/** `gc()` leaves the young generation as large as it ever was; what the inspector asks for gives that back, too. */
function collect(done: () => void): void {
  const session = new Session();
  session.connect();
  session.post('HeapProfiler.collectGarbage', () => {
    // a session that ends while it tells waits for itself
    setImmediate(() => {
      session.disconnect();
      done();
    });
  });
}
