/** Throws from 0 up to 1 that follow from `seed` alone (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same things in an order that the dice give. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const drawn = things.map((thing) => ({ thing, place: random() }));
  return drawn.sort((a, b) => a.place - b.place).map(({ thing }) => thing);
}
