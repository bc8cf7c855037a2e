const MINUTES = 60n;
const HUNDREDTHS = 100n;

/** Minutes of hours with two decimals, as `2.50`: exact, to the nearest minute. */
export function minutesOf(hours: string): number {
  const [whole = '0', decimals = ''] = hours.split('.');
  const hundredths = BigInt(whole || '0') * HUNDREDTHS + BigInt(decimals.padEnd(2, '0').slice(0, 2));
  return Number((hundredths * MINUTES + HUNDREDTHS / 2n) / HUNDREDTHS);
}
