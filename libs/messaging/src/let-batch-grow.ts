import type { Loop } from './loop.js';

const MS_MIN = 2;
const MS_PER_EVENT = 2;
const MS_MAX = 250;

/**
 * Lets the next batch of `loop` grow after one of `events`: the busier the doors, the longer, since many small
 * batches would cost them more than they gain. A sale now and then is passed on at once.
 */
export const letBatchGrow = (loop: Loop, events: number): Promise<void> =>
  loop.pause(Math.min(MS_MIN + MS_PER_EVENT * events, MS_MAX));
