import { describe, expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import readXlsxFile from 'read-excel-file/node';
import {
  AmountField,
  CodeField,
  DayField,
  QuantityField,
  StockQuantityField,
  TextField,
  YesNoField,
} from '../fields.js';
import { Table } from './table.js';
import { xlsxOf } from './xlsx.js';

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
async function read(rows: readonly Row[], places = 2): Promise<unknown[][]> {
  async function* pages(): AsyncGenerator<readonly object[]> {
    for (const one of rows) yield [one];
  }
  const table = new Table(Row);
  const name = 'A name longer than thirty-one signs';
  const bytes = await buffer(xlsxOf(table, table.header('es'), pages(), { name, places }));
  const [sheet] = await readXlsxFile(bytes, { trim: false });
  expect(sheet?.sheet).toBe('A name longer than thirty-one s');
  return sheet?.data ?? [];
}

describe('a workbook', () => {
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
