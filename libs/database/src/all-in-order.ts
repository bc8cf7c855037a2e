/** Waits for all, and fails as the first in order that failed: what stands behind a failed statement fails of it. */
export async function allInOrder(promises: readonly Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(promises)) if (outcome.status === 'rejected') throw outcome.reason;
}
