import { Refusal } from '@ayni/kernel';
import { parseCsv } from 'hucre/csv';
import { COLUMNS_MAX, LINES_MAX, type Row } from './sheet.js';

const PARTERS = ['\t', ';', ','] as const;
const LINES_LOOKED_AT = 20;

/** The rows of a text in which cells are parted by tabs, semicolons or commas. @throws Refusal `spreadsheet-too-long` */
export function tableOf(text: string): readonly Row[] {
  const delimiter = parterOf(text);
  const rows = parseCsv(text, { delimiter, maxRows: LINES_MAX + 1 });
  if (rows.length > LINES_MAX) throw new Refusal('spreadsheet-too-long', '', { limit: String(LINES_MAX) });
  return rows.map((row) =>
    row.slice(0, COLUMNS_MAX).map((cell) => ({ text: typeof cell === 'string' ? cell.trim() : String(cell ?? '') })),
  );
}

/** Amounts have commas in them: the comma parts cells only where no tab and no semicolon does. */
const parterOf = (text: string): (typeof PARTERS)[number] => {
  const first = text.split('\n', LINES_LOOKED_AT).join('\n');
  return PARTERS.find((sign) => first.includes(sign)) ?? ',';
};
