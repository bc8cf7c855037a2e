const TEN = 10n;

const scale = (places: number): bigint => TEN ** BigInt(places);

/**
 * The smallest units of a decimal text, `24.5` with two places is 2450; undefined where it is none, or has more places.
 * The phone reckons by itself: what the system reckons by brings all words of its refusals along.
 */
export function unitsOf(text: string, places: number): bigint | undefined {
  const [, sign = '', whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || decimals.length > places) return undefined;
  return BigInt(`${sign}${whole}${decimals.padEnd(places, '0')}`);
}

/** The decimal text of smallest units: 2450 with two places is `24.50`. */
export function decimalOf(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}

/** What a quantity comes to at a price, in the currency's smallest units, rounded half up as the system does. */
export function amountFor(quantity: string, unitPrice: string, places: number): bigint | undefined {
  const quantityPlaces = quantity.split('.')[1]?.length ?? 0;
  const [count, price] = [unitsOf(quantity, quantityPlaces), unitsOf(unitPrice, places)];
  if (count === undefined || price === undefined || count <= 0n || price < 0n) return undefined;
  const all = scale(quantityPlaces);
  return (count * price * 2n + all) / (all * 2n);
}
