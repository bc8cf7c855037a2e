/** A decimal text as a whole number and how many of its digits stand behind the point. */
export function exactOf(text: string): { readonly whole: bigint; readonly scale: number } {
  const [before = '', behind = ''] = text.split('.');
  return { whole: BigInt(before + behind), scale: behind.length };
}

export const tenTo = (power: number): bigint => 10n ** BigInt(power);

/** The product of decimal texts in units of 10 to the power of -`places`, as a fraction. */
export function timesOf(texts: readonly string[], places = 0): readonly [over: bigint, under: bigint] {
  const factors = texts.map(exactOf);
  const over = factors.reduce((product, { whole }) => product * whole, tenTo(places));
  return [over, tenTo(factors.reduce((sum, { scale }) => sum + scale, 0))];
}

export const ROUND = {
  up: ([over, under]: readonly [bigint, bigint]): bigint => (over + under - 1n) / under,
  'half-up': ([over, under]: readonly [bigint, bigint]): bigint => (2n * over + under) / (2n * under),
  down: ([over, under]: readonly [bigint, bigint]): bigint => over / under,
} as const;

/** `percent` of an amount that is not below zero. */
export const percentOf = (amount: bigint, percent: string, how: keyof typeof ROUND): bigint => {
  const [over, under] = timesOf([percent]);
  return ROUND[how]([amount * over, under * 100n]);
};

export const sumOf = (numbers: readonly bigint[]): bigint => numbers.reduce((sum, number) => sum + number, 0n);

export const leastOf = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export const mostOf = (a: bigint, b: bigint): bigint => (a > b ? a : b);
