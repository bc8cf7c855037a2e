import { refusalsOf } from '@ayni/kernel';
import { describe, expect, test } from '@jest/globals';
import { ValidateBy } from 'class-validator';
import { CodeField, CodesField, ListField, ObjectField, SecretField, TextField } from './fields.js';

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
