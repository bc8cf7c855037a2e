import { describe, expect, test } from '@jest/globals';
import { choose, readDay, readPasted, readQuantity } from './pasted.js';

const COLUMNS = [
  { name: 'code', heads: ['código', 'code'] },
  { name: 'name', heads: ['nombre', 'name'] },
  { name: 'joinedOn', heads: ['ingresó el'], read: readDay },
];

describe('rows copied from a spreadsheet', () => {
  test('are read with their heads, whatever their order and accents', () => {
    expect(readPasted('Nombre\tCODIGO\tNota\nFamilia Huanca\tF01\thola\n', COLUMNS)).toEqual({
      rows: [{ code: 'F01', name: 'Familia Huanca' }],
      unknown: ['Nota'],
    });
  });

  test('are read in the order of the columns where there are no heads, parted by semicolons too', () => {
    expect(readPasted('F01;Familia Huanca;13/5/2018\r\n\r\nF02;"Poma; ""los de arriba"""\r\n', COLUMNS).rows).toEqual([
      { code: 'F01', name: 'Familia Huanca', joinedOn: '2018-05-13' },
      { code: 'F02', name: 'Poma; "los de arriba"' },
    ]);
  });

  test('a cell of two lines stays one cell', () => {
    expect(readPasted('F01\t"Huanca\nCondori"\nF02\tPoma', COLUMNS).rows).toEqual([
      { code: 'F01', name: 'Huanca\nCondori' },
      { code: 'F02', name: 'Poma' },
    ]);
  });

  test('nothing pasted is no row', () => {
    expect(readPasted(' \n\t\n', COLUMNS)).toEqual({ rows: [], unknown: [] });
  });
});

test('days, quantities and words are read as people write them, and what is not understood is left for the system', () => {
  expect([readDay('13/5/2018'), readDay('2018-05-13'), readDay('3.11.19'), readDay('mayo')]).toEqual([
    '2018-05-13',
    '2018-05-13',
    '2019-11-03',
    'mayo',
  ]);
  expect([readQuantity('96,5'), readQuantity('1.200'), readQuantity('25/2')]).toEqual(['96.5', '1200', '25/2']);
  expect(choose({ F: ['mujer', 'femenino'] })('Mujer')).toBe('F');
  expect(choose({ F: ['mujer'] })('otra')).toBe('otra');
});
