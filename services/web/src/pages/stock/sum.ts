/** The sum of grams or pieces, exact. */
export const sum = (quantities: readonly string[]): string =>
  String(quantities.reduce((total, quantity) => total + BigInt(quantity), 0n));
