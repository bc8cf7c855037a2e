/** As many as sell at the same time. */
export const CLIENTS = 8;

/** Does `work` again and again with so many at once until `more` says no. @returns how often, and how long it took */
export async function together(
  more: (begun: number) => boolean,
  work: (nth: number, client: number) => Promise<void>,
): Promise<{ count: number; seconds: number }> {
  const began = performance.now();
  let count = 0;
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    while (more(count)) {
      count += 1;
      await work(count, client);
    }
  });
  await Promise.all(clients);
  return { count, seconds: (performance.now() - began) / 1000 };
}

/** Numbers receipts, all of them equally long. */
export function receipts(letter: string): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${letter}${String(last).padStart(9, '0')}`;
  };
}

/** Goes on until so many were begun. */
export const upTo =
  (count: number) =>
  (begun: number): boolean =>
    begun < count;

/** Goes on for so long from now. */
export function lasting(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000;
  return () => performance.now() < end;
}
