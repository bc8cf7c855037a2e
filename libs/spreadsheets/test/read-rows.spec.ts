import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  matchColumns,
  readRows,
  rowCodes,
  tableOf,
  type BroughtRows,
  type Column,
  type Style,
} from '@ayni/spreadsheets';

const COLUMNS: readonly Column[] = [
  { name: 'spentOn', kind: 'day', heads: ['fecha', 'día'] },
  { name: 'category', kind: 'text', heads: ['detalle', 'concepto'] },
  { name: 'amount', kind: 'amount', heads: ['monto', 'importe', 'total Bs'] },
  { name: 'count', kind: 'whole', heads: ['cantidad'], isOpen: true },
];

const read = (text: string, style?: Partial<Style>): BroughtRows => {
  const rows = tableOf(text);
  return readRows(rows, COLUMNS, matchColumns(rows, COLUMNS), style);
};
const cells = (text: string, style?: Partial<Style>): unknown => read(text, style).rows.map((row) => row.cells);

describe('columns are found by what people call them', () => {
  test('whatever case, accents and signs, in any order, with others between them and a title above', () => {
    const sheet = 'ASOCIACIÓN DE PRODUCTORAS\n\n;IMPORTE (Bs.);Nº;  Día  ;CONCEPTO\n;10;1;3/4/2025;Semilla\n';
    expect(matchColumns(tableOf(sheet), COLUMNS)).toEqual({
      headLine: 2,
      places: { amount: 1, spentOn: 3, category: 4 },
    });
    expect(read(sheet).rows).toEqual([
      { line: 4, cells: { spentOn: '2025-04-03', category: 'Semilla', amount: '10' }, formulas: [] },
    ]);
  });

  test.each(['Nº', 'N°', 'N.º', 'n. °', '#', 'N° de socia'])('%s is a number, as a co-op writes it', (head) => {
    const columns: readonly Column[] = [{ name: 'number', kind: 'text', heads: ['nro', 'nº'] }, ...COLUMNS];
    const sheet = tableOf(`Fecha;${head};Monto\n3/4/2025;1;10\n`);
    expect(matchColumns(sheet, columns).places).toEqual({ spentOn: 0, number: 1, amount: 2 });
  });

  test('without heads they are taken in their order', () => {
    expect(cells('3/4/2025;Semilla;10\n')).toEqual([{ spentOn: '2025-04-03', category: 'Semilla', amount: '10' }]);
  });

  test('a line of totals is no row, and is told', () => {
    const { rows, totals } = read('Fecha;Detalle;Monto\n3/4/2025;Total de semilla;10\n;TOTAL;10\n');
    expect([rows.length, totals]).toEqual([1, [3]]);
  });

  test('more rows than are brought at once are refused', () => {
    expect(() => read(`Fecha;Detalle;Monto\n${'3/4/2025;a;1\n'.repeat(1_001)}`)).toThrow(
      expect.objectContaining({ code: 'spreadsheet-too-many-rows' }),
    );
  });
});

describe('amounts', () => {
  test.each([
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['1234,5', '1234.5'],
    ['1.234.567', '1234567'],
    ['Bs 12,30', '12.30'],
    ['12,30 Bs.', '12.30'],
    ['(12,30)', '-12.30'],
    ['-12,30', '-12.30'],
    ['1 234,50', '1234.50'],
    ['doce', 'doce'],
    ['1.23.4', '1.23.4'],
    ['=SUM(A1:A3)', '=SUM(A1:A3)'],
  ])('%s is %s', (text, amount) => {
    expect(cells(`Fecha\tDetalle\tMonto\n1/1/2025\ta\t${text}\n`)).toEqual([
      { spentOn: '2025-01-01', category: 'a', amount },
    ]);
  });

  test('what could be read in two ways is read as the others of the file are written, or as somebody says', () => {
    const sheet = (other: string): string => `Fecha\tDetalle\tMonto\n1/1/2025\ta\t1.234\n1/1/2025\tb\t${other}\n`;
    expect(cells(sheet('2,50'))).toMatchObject([{ amount: '1234' }, { amount: '2.50' }]);
    expect(cells(sheet('2.50'))).toMatchObject([{ amount: '1.234' }, { amount: '2.50' }]);
    expect(cells(sheet('2'), { decimal: '.' })).toMatchObject([{ amount: '1.234' }, { amount: '2' }]);
  });

  test('every amount comes back from how a country writes it', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.constantFrom(',', '.'),
        fc.boolean(),
        (centavos, sign, isParted) => {
          const whole = `${centavos / 100n}`;
          const decimals = `${centavos % 100n}`.padStart(2, '0');
          const parted = isParted ? whole.replace(/\B(?=(\d{3})+$)/g, sign === ',' ? '.' : ',') : whole;
          expect(cells(`Fecha\tDetalle\tMonto\n1/1/2025\ta\t${parted}${sign}${decimals}\n`)).toMatchObject([
            { amount: `${whole}.${decimals}` },
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('days', () => {
  test.each([
    ['13/5/2018', '2018-05-13'],
    ['3.11.19', '2019-11-03'],
    ['03-11-98', '1998-11-03'],
    ['2018-05-13', '2018-05-13'],
    ['2018-05-13 00:00:00', '2018-05-13'],
    ['13 de mayo de 2018', '2018-05-13'],
    ['13-may-18', '2018-05-13'],
    ['13 Sept 2018', '2018-09-13'],
    ['43233', '2018-05-13'],
    ['31/2/2018', '31/2/2018'],
    ['mayo', 'mayo'],
  ])('%s is %s', (text, spentOn) => {
    expect(cells(`Fecha;Detalle;Monto\n${text};a;1\n`)).toMatchObject([{ spentOn }]);
  });

  test('the month comes first where a day of the file says so, or somebody', () => {
    expect(cells('Fecha;Detalle;Monto\n5/13/2018;a;1\n5/4/2018;a;1\n')).toMatchObject([
      { spentOn: '2018-05-13' },
      { spentOn: '2018-05-04' },
    ]);
    expect(cells('Fecha;Detalle;Monto\n5/4/2018;a;1\n', { first: 'month' })).toMatchObject([{ spentOn: '2018-05-04' }]);
  });

  test('every day comes back from figures and from the number that spreadsheets give it', () => {
    const day = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2069-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (at) => {
        const iso = at.toISOString().slice(0, 10);
        const [year, month, of] = iso.split('-');
        const serial = Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569;
        expect(
          cells(`Fecha;Detalle;Monto\n${Number(of)}/${Number(month)}/${year};a;1\n`, { first: 'day' }),
        ).toMatchObject([{ spentOn: iso }]);
        if (serial >= 10_000) expect(cells(`Fecha;Detalle;Monto\n${serial};a;1\n`)).toMatchObject([{ spentOn: iso }]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('moments', () => {
  test.each([
    ['13/5/2018', '2018-05-13'],
    ['13/5/2018 14:30', '2018-05-13 14:30'],
    ['13/5/2018, 9:05:00', '2018-05-13 09:05'],
    ['13/05/18 2:30 p. m.', '2018-05-13 14:30'],
    ['13/05/18 12:10 AM', '2018-05-13 00:10'],
    ['13 de mayo de 2018 14:30', '2018-05-13 14:30'],
    ['2018-05-13T14:30:00', '2018-05-13 14:30'],
    ['2018-05-13 00:00:00', '2018-05-13'],
    ['2018-05-13T09:34:00-04:00', '2018-05-13T09:34:00-04:00'],
    ['31/2/2018 14:30', '31/2/2018 14:30'],
    ['13/5/2018 25:00', '13/5/2018 25:00'],
  ])('%s is %s', (text, soldAt) => {
    const rows = tableOf(`Fecha\tMonto\n${text}\t1\n`);
    const columns: readonly Column[] = [
      { name: 'soldAt', kind: 'moment', heads: ['fecha'] },
      { name: 'amount', kind: 'amount', heads: ['monto'] },
    ];
    expect(readRows(rows, columns, matchColumns(rows, columns)).rows[0]?.cells).toEqual({ soldAt, amount: '1' });
  });
});

test('rows without codes get those that they had before, wherever they stand; two alike are two', () => {
  const row = fc.record({
    spentOn: fc.constantFrom('2025-01-01', '2025-01-02'),
    amount: fc.constantFrom('1', '2', '3'),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 4 }), (rows, more) => {
      const codes = rowCodes('G', rows);
      expect(new Set(codes).size).toBe(rows.length);
      const others = rowCodes('G', [...more, ...[...rows].reverse()]);
      expect(codes.filter((code) => !others.includes(code))).toEqual([]);
    }),
  );
  expect(rowCodes('G', [{ a: '1', b: '2' }])).toEqual(rowCodes('G', [{ b: '2', a: '1' }]));
});
