import { Refusals, refusalsOf, wordFor } from '@ayni/kernel';
import { describe, expect, test } from '@jest/globals';
import { ValidateBy } from 'class-validator';
import { fieldsOf } from './field-notes.js';
import {
  AmountField,
  AnyQuantityField,
  CodeField,
  CodesField,
  CurrencyField,
  DayField,
  InstantField,
  ListField,
  ObjectField,
  OneOfField,
  PartField,
  QuantityField,
  SecretField,
  TextField,
  WholeField,
  YesNoField,
} from './fields.js';

import { checked } from './validation.js';

let asked = 0;

class Line {
  @CodeField() product!: string;
  @ValidateBy({ name: 'counted', validator: { validate: () => (asked += 1) > 0 } })
  counted!: unknown;
}

class Row {
  @CodeField() code!: string;
  @ListField(() => Line) lines!: Line[];
}

class Load {
  @ObjectField({ optional: true }) rules?: object;
  @ListField(() => Row) rows!: Row[];
}

const lines = (count: number, line: object): object[] => Array.from({ length: count }, () => line);

/** How much was looked at, and how much was told, of what is refused. */
function refusing(sent: object): { asked: number; pointers: string[] } {
  asked = 0;
  try {
    checked(Load, sent);
  } catch (error) {
    return { asked, pointers: refusalsOf(error).map(({ pointer }) => pointer) };
  }
  throw new Error('it was not refused');
}

describe('what is checked', () => {
  test('becomes an instance of its class with all that was sent, in its order', () => {
    const rules = { funds: [{ code: 'x' }] };
    const rows = [{ code: 'R1', lines: lines(3, { product: 'QUINOA', counted: 1 }) }];
    const load = checked(Load, { rules, rows });
    expect(load).toBeInstanceOf(Load);
    expect(load.rows[0]).toBeInstanceOf(Row);
    expect(load.rows[0]?.lines[2]).toBeInstanceOf(Line);
    expect(JSON.parse(JSON.stringify(load))).toEqual({ rules, rows });
  });

  test('is not looked at any further than is told, however many fields, rows or parts are wrong', () => {
    const wrong = { product: '', counted: 1 };
    const few = refusing({ rows: lines(25, { code: '', lines: lines(25, wrong) }) });
    const many = refusing({ rows: lines(1_000, { code: '', lines: lines(100, wrong) }) });
    expect(many.asked).toBe(few.asked);
    expect(many.pointers).toEqual(few.pointers);
    const fields = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 1]));
    expect(refusing({ rows: [], ...fields }).pointers.slice(0, 20)).toEqual(
      Array.from({ length: 20 }, (_, i) => `/k${i}`),
    );
  });

  test('names what is wrong at its own place, behind much that is not', () => {
    const right = { code: 'R1', lines: [{ product: 'QUINOA', counted: 1 }] };
    const rows = [...lines(998, right), { code: 'R2', lines: [{ product: '', counted: 1, 'a/b~': 2 }] }, right];
    expect(refusing({ rows }).pointers).toEqual(['/rows/998/lines/0/a~1b~0', '/rows/998/lines/0/product']);
    expect(refusing({ rows: [...rows.slice(0, 998), ...lines(9, right)] }).pointers).toEqual(['/rows']);
  });

  test.each(['toString', 'hasOwnProperty', 'constructor', '__proto__', 'valueOf'])('has no field %s', (field) => {
    const row: unknown = JSON.parse(`{"code":"R1","lines":[{"product":"QUINOA","counted":1,"${field}":1}]}`);
    expect(refusing({ rows: [row] }).pointers).toEqual([`/rows/0/lines/0/${field}`]);
  });
});

class Words {
  @CodeField() code!: string;
  @TextField(9) name!: string;
  @TextField(9, { optional: true }) note?: string;
  @TextField(9, { min: 0 }) community!: string;
  @CodesField({ optional: true }) codes?: string[];
  @ObjectField({ optional: true }) rules?: object;
  @SecretField(20, { optional: true }) password?: string;
}

describe('a text', () => {
  const sent = { code: 'R1', name: 'x', community: '' };
  const read = (more: object): object => ({ ...checked(Words, { ...sent, ...more }) });

  test.each([
    [{ code: ' R1 ' }, { code: 'R1' }],
    [{ name: 'Pen\u0303as' }, { name: 'Peñas' }],
    [{ name: '\u00a0a \u2003 b ' }, { name: 'a b' }],
    [{ community: '  ' }, { community: '' }],
    [{ codes: [' A', 'b  c'] }, { codes: ['A', 'b c'] }],
    [{ rules: { funds: [{ code: ' n\u0303  a ' }] } }, { rules: { funds: [{ code: 'ñ a' }] } }],
    [{ password: '  as typed n\u0303 ' }, { password: '  as typed n\u0303 ' }],
  ])('that was sent in %j is read as in %j', (more, expected) => {
    expect(read(more)).toEqual({ ...sent, ...expected });
  });

  test.each([{ name: '   ' }, { note: ' \u3000 ' }, { code: '' }])('of blanks alone says nothing: %j', (more) => {
    expect(() => read(more)).toThrow(expect.objectContaining({ refusals: [expect.anything()] }));
  });

  test.each([
    [{ name: 'a\u0000' }],
    [{ name: 'a\n' }],
    [{ note: 'a\u200bb' }],
    [{ code: '\ufeffR1' }],
    [{ rules: { funds: [{ code: 'a\tb' }] } }],
    [{ rules: { toString: 1 } }],
    [{ rules: { steps: [JSON.parse('{"__proto__":1}')] } }],
  ])('or a name in %j is refused', (more: object) => {
    expect(() => read(more)).toThrow();
  });
});

class Part {
  @CodeField() code!: string;
}

class Every {
  @CodeField() code!: string;
  @TextField(9) text!: string;
  @SecretField(9) secret!: string;
  @AmountField() amount!: string;
  @QuantityField() quantity!: string;
  @AnyQuantityField() anyQuantity!: string;
  @DayField() day!: string;
  @InstantField() instant!: string;
  @CurrencyField() currency!: string;
  @WholeField(1, 9) whole!: number;
  @YesNoField() yesNo!: boolean;
  @OneOfField(['a', 'b']) oneOf!: string;
  @OneOfField(['a', 'b'], { each: true }) someOf!: string[];
  @CodesField() codes!: string[];
  @ObjectField() object!: object;
  @ObjectField({ each: true }) objects!: object[];
  @PartField(() => Part) part!: Part;
  @ListField(() => Part) parts!: Part[];
  @TextField(9, { unless: 'text' }) note!: string;
}

describe('a field that is not there, of whatever kind, is told to be missing', () => {
  const fields = fieldsOf(Every).map(({ name }) => name);
  const told = (sent: object): (readonly string[])[] => {
    try {
      checked(Every, sent);
    } catch (error) {
      if (error instanceof Refusals)
        return error.refusals.map((one) => [one.pointer, one.text('es'), one.text('en')] as const);
    }
    return [];
  };
  const isMissing = (pointer: string, field: string): readonly string[] => [
    pointer,
    `Falta el dato «${wordFor('field', field, 'es') ?? field}».`,
    `The field «${wordFor('field', field, 'en') ?? field}» is missing.`,
  ];

  test.each([
    ['left out', {}],
    ['null', Object.fromEntries(fields.map((name) => [name, null]))],
  ])('%s', (_, sent) => {
    expect(told(sent)).toEqual(fields.map((name) => isMissing(`/${name}`, name)));
  });

  test('in a part, and in one of a list', () => {
    const sent = { part: {}, parts: [{ code: 'A' }, {}] };
    expect(told(sent)).toEqual(
      expect.arrayContaining([isMissing('/part/code', 'code'), isMissing('/parts/1/code', 'code')]),
    );
  });

  test('and a text of nothing is told to be empty', () => {
    expect(told({ note: '', code: ' ' })).toEqual(
      expect.arrayContaining([
        ['/code', 'El dato «código» no es válido: está vacío.', 'The field «code» is not valid: is empty.'],
        ['/note', 'El dato «nota» no es válido: está vacío.', 'The field «note» is not valid: is empty.'],
      ]),
    );
  });

  test('and one that is there and wrong is told to be wrong', () => {
    expect(told({ code: 5, day: '2025-02-30' })).toEqual(
      expect.arrayContaining([
        [
          '/code',
          'El dato «código» no es válido: debe ser un texto.',
          'The field «code» is not valid: must be a text.',
        ],
        [
          '/day',
          'Esa fecha no existe en el calendario (en la API se escribe 2026-11-30).',
          'There is no such day in the calendar (in the API it is written 2026-11-30).',
        ],
      ]),
    );
  });
});
