const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** How dates are written. It is made once: on a phone that takes as long as writing a hundred. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  madeOnce(dates, JSON.stringify([locale, options]), () => new Intl.DateTimeFormat(locale, options));

/** The same for numbers of so many decimals. */
export const numberFormat = (locale: string, places: number): Intl.NumberFormat =>
  madeOnce(
    numbers,
    `${locale} ${places}`,
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places }),
  );

function madeOnce<Format>(made: Map<string, Format>, key: string, make: () => Format): Format {
  const format = made.get(key) ?? make();
  made.set(key, format);
  return format;
}
