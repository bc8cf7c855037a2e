import { describe, expect, test } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import {
  AmountField,
  CodeField,
  CodesField,
  DayField,
  InstantField,
  ListField,
  ObjectField,
  OneOfField,
  PartField,
  QuantityField,
  TextField,
  WholeField,
  YesNoField,
} from './fields.js';
import { abridged } from './abridged.js';
import { withTextsRead } from './read-text.js';
import { wellFormed } from './well-formed.js';

class Line {
  @CodeField() product!: string;
  @QuantityField() quantity!: string;
  @AmountField({ optional: true }) unitPrice?: string;
}

class Row {
  @CodeField() code!: string;
  @InstantField() soldAt!: string;
  @DayField({ optional: true }) day?: string;
  @TextField(20, { optional: true }) note?: string;
  @OneOfField(['cash', 'qr']) payment!: string;
  @YesNoField({ optional: true }) restricted?: boolean;
  @WholeField(1, 1_440, { optional: true }) minutes?: number;
  @CodesField({ optional: true, max: 2 }) codes?: string[];
  @ObjectField({ optional: true }) rules?: object;
  @PartField(() => Line, { optional: true }) first?: Line;
  @ListField(() => Line, { max: 2 }) lines!: Line[];
}

const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: true };

const line = fc.record(
  { product: fc.constantFrom('LETTUCE', 'QUINOA'), quantity: fc.constant('1.5'), unitPrice: fc.constant('2.50') },
  { requiredKeys: ['product', 'quantity'] },
);
const row = fc.record(
  {
    code: fc.constantFrom('R1', 'R2'),
    soldAt: fc.constant('2025-08-04T10:30:00-04:00'),
    day: fc.constantFrom('2025-08-04', null),
    note: fc.constantFrom('', 'a', 'x'.repeat(20)),
    payment: fc.constantFrom('cash', 'qr'),
    restricted: fc.boolean(),
    minutes: fc.constantFrom(1, 1_440),
    first: line,
    lines: fc.array(line, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['code', 'soldAt', 'payment', 'lines'] },
);

/** Something else in the place of a field, of a part or of all, or a field more. */
const spoilt = fc
  .tuple(
    row,
    fc.nat(),
    fc.oneof(fc.constantFrom('1', 'R1', '', '01', 0, 1.5, {}, [], ['R1'], null), fc.jsonValue()),
    fc.string(),
  )
  .map(([sent, nth, value, name]) => {
    const places: [object, string | number][] = [];
    const visit = (one: unknown): void => {
      if (typeof one !== 'object' || one === null) return;
      for (const key of Object.keys(one)) {
        places.push([one, key]);
        visit(Reflect.get(one, key));
      }
      places.push([one, name]);
    };
    for (const field of ['codes', 'rules', 'day', 'first']) places.push([sent, field]);
    visit(sent);
    const [holder, key] = places[nth % places.length] ?? [sent, name];
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
    return JSON.parse(JSON.stringify(sent)) as object;
  });

/** What was sent with its texts read, which the validator does not do. */
const textsRead = (sent: object): object => JSON.parse(JSON.stringify(withTextsRead(sent)));

const byValidator = (sent: object): { read: Row; faults: number } => {
  const read = plainToInstance(Row, textsRead(sent));
  return { read, faults: validateSync(read, RULES).length };
};

test('a field that is left out says what it obviously says, whether what is sent is right or not', () => {
  class Noted {
    @CodeField() code!: string;
    @TextField(20, { min: 0, empty: '' }) note!: string;
    @WholeField(0, 9, { empty: 0 }) votes!: number;
  }
  expect(wellFormed(Noted, { code: 'a', note: null })).toEqual({ code: 'a', note: '', votes: 0 });
  expect(wellFormed(Noted, { code: 'a', note: 'b', votes: 2 })).toEqual({ code: 'a', note: 'b', votes: 2 });
  expect(abridged(Noted, { code: 7 }).body).toEqual({ code: 7, note: '', votes: 0 });
});

describe('what is read without the validator', () => {
  test('is what it lets through, as it reads it', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(row, spoilt), (sent) => {
        const found = wellFormed(Row, sent);
        if (!found) return;
        read += 1;
        expect(byValidator(sent)).toStrictEqual({ read: found, faults: 0 });
      }),
      { numRuns: 2_000 },
    );
    expect(read).toBeGreaterThan(0);
  });

  test('are all rows of plain fields and parts that it lets through', () => {
    fc.assert(
      fc.property(row, (sent) => {
        if (byValidator(sent).faults === 0) expect(wellFormed(Row, sent)).toBeInstanceOf(Row);
      }),
    );
  });

  test.each([
    ['a field that is not named', { extra: 1 }],
    ['a field that every object has', JSON.parse('{ "__proto__": { "code": "R1" } }')],
    ['too many parts', { lines: [1, 2, 3].map(() => ({ product: 'LETTUCE', quantity: '1' })) }],
    ['a part that is none', { lines: [null] }],
    ['a part that is a list', { first: [] }],
    ['a part with a fault', { lines: [{ product: 'LETTUCE', quantity: '0' }] }],
    ['a list where a text must be', { code: ['R1'] }],
    ['a required field that is null', { payment: null }],
  ])('is nothing with %s', (_, more: object) => {
    const good = {
      code: 'R1',
      soldAt: '2025-08-04T10:30:00-04:00',
      payment: 'cash',
      lines: [{ product: 'LETTUCE', quantity: '1.5' }],
    };
    expect(wellFormed(Row, good)).toBeInstanceOf(Row);
    const sent = { ...good };
    for (const [name, value] of Object.entries(more))
      Object.defineProperty(sent, name, { value, enumerable: true, configurable: true });
    expect(wellFormed(Row, sent)).toBeUndefined();
  });

  test('is nothing of a class that asks for nothing', () => {
    class Empty {}
    expect(wellFormed(Empty, {})).toBeUndefined();
  });
});
