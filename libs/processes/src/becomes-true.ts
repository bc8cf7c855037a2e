import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 20;

/**
 * Looks until it is so, so many times at most: about two seconds for a hundred. Looks and not seconds are counted, since a
 * machine that stood still meanwhile has looked once.
 * @returns whether it was so in the end
 */
export async function becomesTrue(looks: number, isSo: () => Promise<boolean>): Promise<boolean> {
  for (let looked = 0; looked < looks; looked += 1) {
    if (await isSo()) return true;
    await pause(LOOK_MS);
  }
  return false;
}
