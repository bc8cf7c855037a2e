import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, parseDay, parseInstant, parseZone } from './calendar.js';
import { parseCurrency, PLACES_MAX, placesOf } from './currency.js';
import { formatDecimal, parseDecimal } from './decimal.js';
import { CODE, isId, parseCommandId, parseCoopId } from './ids.js';
import { formatAmount, parseAmount, readAmount } from './money.js';
import { formatFactor, parseFactor, parsePositiveQuantity, parseQuantity } from './quantity.js';
import { Refusal } from './refusal.js';
import { isReadable, readText } from './text.js';

const digits = (min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
/** Decimal texts, and those that nearly are. */
const decimal = fc
  .tuple(digits(1, 17), fc.option(digits(1, 8), { nil: undefined }))
  .map(([whole, fraction]) => (fraction === undefined ? whole : `${whole}.${fraction}`));
const places = fc.integer({ min: 0, max: PLACES_MAX });

/** What a reader makes of a text; nothing where it refuses it. */
function taken<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Whatever a reader takes is written so that it reads the same again. */
function comesBack<Read>(
  texts: fc.Arbitrary<string>,
  read: (text: string) => Read,
  write: (read: Read) => string,
): void {
  let count = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const first = taken(() => read(text));
      if (first === undefined) return;
      count += 1;
      expect(taken(() => read(write(first)))).toEqual(first);
    }),
    { numRuns: 2_000 },
  );
  expect(count).toBeGreaterThan(100);
}

describe('what is read of a text and written again reads the same:', () => {
  test('an amount, with the places of any currency', () => {
    for (const count of [0, 2, 3, 4])
      comesBack(
        decimal,
        (text) => parseAmount(text, count),
        (amount) => formatAmount(amount, count),
      );
  });

  test('an amount of the books, also below zero and with other places', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n - 1n), 10n ** 15n - 1n), places, places, (amount, written, more) => {
        const text = formatAmount(amount, written);
        expect(readAmount(text, written)).toBe(amount);
        expect(readAmount(formatAmount(readAmount(text, written + more), written + more), written)).toBe(amount);
      }),
    );
  });

  test('a quantity', () => {
    for (const read of [parseQuantity, parsePositiveQuantity])
      comesBack(
        decimal,
        (text) => read(text),
        ({ units, places: count }) => formatDecimal(units, count),
      );
  });

  test('a decimal of any places, such as a percent', () => {
    comesBack(
      decimal,
      (text) => parseDecimal(text, 6),
      ({ units, places: count }) => formatDecimal(units, count),
    );
  });

  test('a factor, as a decimal or as a fraction', () => {
    comesBack(decimal, parseFactor, formatFactor);
    comesBack(
      fc.tuple(decimal, decimal).map(([over, under]) => `${over}/${under}`),
      parseFactor,
      formatFactor,
    );
  });

  test('a day, from the first to the last', () => {
    const first = parseDay('1900-01-01');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_958_000 }), (count) => {
        const day = addDays(first, count);
        expect(parseDay(day)).toBe(day);
        expect(addDays(day, -count)).toBe(first);
      }),
    );
  });

  test('an instant', () => {
    comesBack(
      fc
        .tuple(
          fc.date({ min: new Date('1900-01-03'), max: new Date('9998-12-28'), noInvalidDate: true }),
          fc.constantFrom('Z', '-04:00', '+05:45', '+14:00'),
        )
        .map(([date, offset]) => date.toISOString().replace('Z', offset)),
      (text) => parseInstant(text),
      (instant) => instant,
    );
  });

  test('an id', () => {
    fc.assert(
      fc.property(fc.uuid({ version: [1, 4, 7] }), (id) => {
        expect([isId(id), parseCoopId(id), parseCommandId(id)]).toEqual([true, id, id]);
      }),
    );
  });

  test('a code, a name and a note', () => {
    comesBack(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      (text) => {
        const read = readText(text);
        if (!isReadable(read)) throw new Refusal('bad-field', '');
        return { text: read, isCode: CODE.test(read) };
      },
      ({ text }) => text,
    );
  });

  test('a currency and a zone', () => {
    for (const code of ['BOB', 'JPY', 'TND', 'CLF']) expect(parseCurrency(parseCurrency(code))).toBe(code);
    expect([placesOf('BOB'), placesOf('JPY'), placesOf('TND'), placesOf('CLF')]).toEqual([2, 0, 3, 4]);
    for (const zone of Intl.supportedValuesOf('timeZone')) expect(parseZone(zone)).toBe(zone);
  });
});

test.each(['1000000000.000001', '1/1000000000.000001', '999999999999999.999999', '0.000001/999999999999999'])(
  'a factor of %s is refused: what is written of it could not be read',
  (text) => {
    expect(() => parseFactor(text, '/factor')).toThrow(expect.objectContaining({ code: 'bad-decimal' }));
  },
);
