import { decimalOf, unitsOf } from '../../words/reckon.js';

/** Notes and coins that are in people's hands, from the largest. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  // Banco Central de Bolivia: monedas y billetes en circulación
  ['BOB', ['200.00', '100.00', '50.00', '20.00', '10.00', '5.00', '2.00', '1.00', '0.50', '0.20', '0.10']],
]);

const STEPS = [5n, 2n, 1n] as const;
const LARGEST_POWER = 3;

/** The notes and coins of a currency; where they are not known, those that most have: 1, 2 and 5 and their tenfolds. */
export function piecesOf(currency: string, places: number): readonly string[] {
  const known = KNOWN.get(currency);
  if (known !== undefined) return known;
  const powers = Array.from(
    { length: LARGEST_POWER + places },
    (_, i) => 10n ** BigInt(LARGEST_POWER + places - 1 - i),
  );
  return powers.flatMap((power) => STEPS.map((step) => decimalOf(step * power, places)));
}

/** How many of each there are, as it was typed: whole, and not below zero. */
export type Counts = Readonly<Record<string, string>>;

export const countIn = (typed: string | undefined): number => (/^\d{1,6}$/.test(typed ?? '') ? Number(typed) : 0);

/** What all of them come to, in smallest units. */
export const countedIn = (counts: Counts, places: number): bigint =>
  Object.entries(counts).reduce(
    (sum, [piece, typed]) => sum + (unitsOf(piece, places) ?? 0n) * BigInt(countIn(typed)),
    0n,
  );
