const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const SIZE = 64;
const SIGNS = 10;

/**
 * Codes for rows that came without one, from what they say: the same row of the same file has the same code, wherever it
 * stands, so that a second time it is there already. Of rows that say the same the second is another than the first.
 */
export function rowCodes(prefix: string, rows: readonly Readonly<Record<string, string>>[]): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const text = JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
    const nth = (seen.get(text) ?? 0) + 1;
    seen.set(text, nth);
    const code = `${prefix}-${signsOf(text)}`;
    return nth === 1 ? code : `${code}-${nth}`;
  });
}

/** FNV-1a of 64 bits (RFC 9923), of which fifty stay. It tells rows apart; nothing is kept safe by it. */
function signsOf(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(SIZE, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(36).toUpperCase().padStart(SIGNS, '0').slice(-SIGNS);
}
