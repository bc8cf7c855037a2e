import { setTimeout as pause } from 'node:timers/promises';

const MS_MIN = 5;
const MS_PER_EVENT = 4;
const MS_MAX = 250;

/**
 * Lets the next batch grow after one of `events`: the busier the doors, the longer, since many small
 * batches would cost them more than they gain. A sale now and then is passed on at once.
 */
export const letBatchGrow = (events: number): Promise<void> => pause(Math.min(MS_MIN + MS_PER_EVENT * events, MS_MAX));
