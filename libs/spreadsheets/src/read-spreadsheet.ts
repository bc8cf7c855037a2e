import { Refusal } from '@ayni/kernel';
import { encodingOf, textOf } from './encoding.js';
import { BYTES_MAX, type Encoding, type Spreadsheet } from './sheet.js';
import { tableOf } from './text-table.js';

/** How workbooks begin, as archives do. */
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
/** How files begin that look like tables to nobody: old workbooks and those with a password, PDF, pictures. */
const OTHERS = [
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
];

/**
 * Reads a CSV or a workbook as people have them. What it is counts, not what it is called.
 * @param encoding by which alphabet a text is read, where it is not to be found out
 * @throws Refusal `spreadsheet-too-large`, `spreadsheet-unreadable`, `spreadsheet-expands`, `spreadsheet-too-long`
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  { name = '', encoding }: { readonly name?: string; readonly encoding?: Encoding | undefined } = {},
): Promise<Spreadsheet> {
  refuseTooLarge(bytes.length);
  if (begins(bytes, ARCHIVE)) {
    // fetched only where there is a workbook: a text needs none of it
    const { sheetsOf } = await import('./workbook.js');
    return { sheets: await sheetsOf(bytes) };
  }
  if (OTHERS.some((signs) => begins(bytes, signs))) throw new Refusal('spreadsheet-unreadable');
  const read = encoding ?? encodingOf(bytes);
  return { sheets: [{ name, rows: tableOf(textOf(bytes, read)) }], encoding: read };
}

/** Refuses a file by its size alone, before it is read. @throws Refusal `spreadsheet-too-large` */
export function refuseTooLarge(bytes: number): void {
  if (bytes > BYTES_MAX) throw new Refusal('spreadsheet-too-large', '', { limit: `${BYTES_MAX / 1024 / 1024} MB` });
}

const begins = (bytes: Uint8Array, signs: readonly number[]): boolean => signs.every((sign, i) => bytes[i] === sign);
