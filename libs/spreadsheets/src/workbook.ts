import { Refusal } from '@ayni/kernel';
import { readXlsx, type CellValue } from 'hucre/xlsx';
import { refuseBeyondBounds } from './archive-bounds.js';
import { COLUMNS_MAX, LINES_MAX, MIDNIGHT, type Cell, type Sheet } from './sheet.js';

/** The digits that a spreadsheet keeps of a number; what lies behind them is a remainder of its arithmetic. */
const DIGITS = 15;

/**
 * The sheets of a workbook (ECMA-376) that are not hidden. Nothing of it is worked out or followed: formulas count as
 * what the spreadsheet kept of them. @throws Refusal `spreadsheet-unreadable`, `spreadsheet-expands`, `spreadsheet-too-long`
 */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  refuseBeyondBounds(bytes);
  const sheets = await opened(bytes);
  return sheets.map(({ name, rows, cells }) => {
    if (rows.length > LINES_MAX) throw new Refusal('spreadsheet-too-long', '', { limit: String(LINES_MAX) });
    return {
      name,
      rows: rows.map((row, line) =>
        row.map((value, column): Cell => {
          const cell = cellOf(value);
          return cells?.get(`${line},${column}`)?.formula === undefined ? cell : { ...cell, isFormula: true };
        }),
      ),
    };
  });
}

async function opened(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof readXlsx>>['sheets']> {
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
      range: `A1:${lettersOf(COLUMNS_MAX)}${LINES_MAX + 1}`,
    });
    return sheets;
  } catch {
    // whatever is wrong with a file, people can do one thing: save it again
    throw new Refusal('spreadsheet-unreadable');
  }
}

function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return { text: '' };
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return { text: '' };
    const [day = '', clock = ''] = value.toISOString().split('T');
    const time = clock.slice(0, 5);
    return { text: day, day, ...(time === MIDNIGHT ? {} : { time }) };
  }
  if (typeof value === 'number') return { text: decimalOf(value), isNumber: true };
  return { text: String(value).trim() };
}

/** A number as a decimal without an exponent. */
function decimalOf(value: number): string {
  const [digits = '', exponent = '0'] = value.toExponential(DIGITS - 1).split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  const plain = digits.replace(/[-.]/g, '');
  const point = Number(exponent) + 1;
  const whole = point <= 0 ? '0' : plain.slice(0, point).padEnd(point, '0');
  const rest = `${'0'.repeat(Math.max(0, -point))}${plain.slice(Math.max(0, point))}`.replace(/0+$/, '');
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}

/** The letters of a column, from 1. */
const lettersOf = (column: number): string =>
  column === 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
