import { describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { buffer } from 'node:stream/consumers';
import { parseZone, type Language } from '@ayni/kernel';
import readXlsxFile from 'read-excel-file/node';
import {
  AmountField,
  CodeField,
  DayField,
  InstantField,
  OneOfField,
  QuantityField,
  StockQuantityField,
  TextField,
  YesNoField,
} from '../fields.js';
import { Table } from './table.js';
import { xlsxOf, type SheetOptions } from './xlsx.js';

class Row {
  @CodeField() code!: string;
  @TextField(200, { nullable: true }) note!: string | null;
  @AmountField() amount!: string;
  @QuantityField() quantity!: string;
  @StockQuantityField() stockQuantity!: string;
  @DayField({ nullable: true }) day!: string | null;
  @YesNoField() confirmed!: boolean;
}

const row: Row = {
  code: '001',
  note: null,
  amount: '12.50',
  quantity: '1.5',
  stockQuantity: '1500',
  day: '2025-03-01',
  confirmed: false,
};

/** The rows of a workbook, as another program reads them. */
async function read(
  rows: readonly object[],
  { type = Row, ...more }: { type?: new () => object; reader?: NonNullable<SheetOptions['reader']> } = {},
): Promise<unknown[][]> {
  async function* pages(): AsyncGenerator<readonly object[]> {
    for (const one of rows) yield [one];
  }
  const table = new Table(type);
  const name = 'A name longer than thirty-one signs';
  const bytes = await buffer(xlsxOf(table, table.header('es'), pages(), { name, places: 2, ...more }));
  const [sheet] = await readXlsxFile(bytes, { trim: false });
  expect(sheet?.sheet).toBe('A name longer than thirty-one s');
  return sheet?.data ?? [];
}

class Sold {
  @InstantField() soldAt!: string;
  @OneOfField(['cash', 'qr']) payment!: string;
  @OneOfField(['manager', 'seller', 'clerk'], { each: true }) roles!: string[];
}

const sold: Sold = { soldAt: '2025-07-01T03:58:00.000Z', payment: 'cash', roles: ['manager', 'seller', 'clerk'] };

/** A workbook counts days as fractions, which readers cut to the millisecond. */
const toTheSecond = (cell: unknown): unknown =>
  cell instanceof Date ? new Date(Math.round(cell.getTime() / 1_000) * 1_000) : cell;

describe('a workbook', () => {
  test('gives every number and moment a format of its own', async () => {
    const formats = async (type: new () => object, one: object): Promise<string[]> => {
      async function* pages(): AsyncGenerator<readonly object[]> {
        yield [one];
      }
      const reader = { language: 'es', zone: parseZone('America/La_Paz') } as const;
      const table = new Table(type);
      const bytes = await buffer(xlsxOf(table, table.header('es'), pages(), { name: 'x', places: 3, reader }));
      const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
      return [...(sheet?.cells?.values() ?? [])].map(({ style }) => style?.numFmt ?? '');
    };
    expect(await formats(Row, row)).toEqual(expect.arrayContaining(['#,##0.000', '#,##0.00####', 'yyyy-mm-dd']));
    expect(await formats(Sold, sold)).toContain('yyyy-mm-dd hh:mm:ss');
  });

  test('tells people moments by their clocks, and one of a few things in words of their language', async () => {
    const zone = parseZone('America/La_Paz');
    const told = async (language: Language): Promise<unknown> =>
      (await read([sold], { type: Sold, reader: { language, zone } }))[1]?.map(toTheSecond);
    const shown = new Date('2025-06-30T23:58:00Z');
    expect(await told('es')).toEqual([shown, 'efectivo', 'gestión, ventas, clerk']);
    expect(await told('en')).toEqual([shown, 'cash', 'manager, seller, clerk']);
  });

  test('tells programs moments and codes as they are in JSON', async () => {
    expect((await read([sold], { type: Sold }))[1]).toEqual([sold.soldAt, 'cash', 'manager seller clerk']);
  });

  test('has numbers, days, yes and no as such, and codes as texts, headed in words', async () => {
    expect(await read([row])).toEqual([
      ['código', 'nota', 'monto', 'cantidad', 'cantidad en almacén', 'día', 'confirmado'],
      ['001', null, 12.5, 1.5, 1500, new Date('2025-03-01T00:00:00Z'), false],
    ]);
  });

  test('keeps as text what its numbers would not say exactly', async () => {
    const amounts = ['-490.00', '9999999999999.99', '99999999999999.99', '-0.01', '0.00', '123456789012345678'];
    const rows = await read(amounts.map((amount) => ({ ...row, amount, stockQuantity: amount.replace('.', '') })));
    expect(rows.slice(1).map(([, , amount]) => amount)).toEqual([
      ...[-490, 9_999_999_999_999.99, '99999999999999.99', -0.01, 0, '123456789012345678'],
    ]);
  });

  test('has no formula, whatever a text looks like, and every sign of it', async () => {
    const notes = ['=1+1', '+591', '-1', '@x', '1e3', '007', '<&">', ' blanks ', 'a_x0041_b', 'ñandú ☂ 𝒳'];
    const rows = await read(notes.map((note) => ({ ...row, note })));
    expect(rows.slice(1).map(([, note]) => note)).toEqual(notes);
  });
});
