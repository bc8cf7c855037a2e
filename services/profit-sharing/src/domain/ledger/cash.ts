import { readAmount, formatAmount } from '@ayni/kernel';

/** Notes and coins that are in people's hands, from the largest, as amounts. */
const PIECES: ReadonlyMap<string, readonly string[]> = new Map([
  // Banco Central de Bolivia: monedas y billetes en circulación
  ['BOB', ['200.00', '100.00', '50.00', '20.00', '10.00', '5.00', '2.00', '1.00', '0.50', '0.20', '0.10']],
]);

/** How many of one note or coin. */
export type Pieces = { readonly piece: string; readonly count: bigint; readonly amount: string };

/**
 * The fewest notes and coins with which each of these amounts can be handed over by itself; none where a currency's are not
 * known. What is below the smallest coin is left out.
 */
export function piecesFor(amounts: readonly string[], currency: string, places: number): readonly Pieces[] {
  const pieces = PIECES.get(currency) ?? [];
  const counts = new Map<string, bigint>();
  for (const amount of amounts) {
    let left: bigint = readAmount(amount, places);
    for (const piece of pieces) {
      const worth = readAmount(piece, places);
      counts.set(piece, (counts.get(piece) ?? 0n) + left / worth);
      left %= worth;
    }
  }
  return pieces.flatMap((piece) => {
    const count = counts.get(piece) ?? 0n;
    const amount = formatAmount(count * readAmount(piece, places), places);
    return count === 0n ? [] : [{ piece, count, amount }];
  });
}
