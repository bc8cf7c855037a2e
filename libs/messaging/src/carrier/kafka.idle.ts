import { createRequire } from 'node:module';

/** What is touched of kafkajs' queue of requests to one broker. */
type RequestQueue = {
  pending: readonly unknown[];
  throttledUntil: number;
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
};

const isClass = (value: unknown): value is { readonly prototype: RequestQueue } =>
  typeof value === 'function' && 'scheduleCheckPendingRequests' in value.prototype;

/**
 * Lets an idle connection of kafkajs rest. Version 2.2.4 looks a thousand times a second whether a request waits, also
 * when there is none to wait: each idle service costs 3 % of a core for it. Looking is of use only while one does, or
 * while the broker has asked for a pause (reported to kafkajs as its issue 1751).
 */
export function restWhileIdle(): void {
  const queue: unknown = createRequire(import.meta.url)('kafkajs/src/network/requestQueue');
  if (!isClass(queue)) throw new Error('kafkajs has no request queue as version 2.2.4 has it');
  const schedule = queue.prototype.scheduleCheckPendingRequests;
  queue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}
