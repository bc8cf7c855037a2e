import { readAmount } from './money.js';

/** A column that is looked for in what was pasted: what it is called, in Spanish and English, and how its cells are read. */
export type PastedColumn = {
  readonly name: string;
  readonly heads: readonly string[];
  /** Says in the system's way what people wrote; what it does not understand stays as it is, for the system to refuse. */
  readonly read?: (text: string) => string;
  /** What is wrong with a cell that could not even be sent. */
  readonly wrong?: (text: string) => string | undefined;
};

export type Cells = Readonly<Record<string, string>>;

export type Pasted = {
  readonly rows: readonly Cells[];
  /** Heads that none of the columns is called. */
  readonly unknown: readonly string[];
};

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');

/**
 * Reads rows that were copied from a spreadsheet: parted by tabs or semicolons, with or without a row of heads. Without
 * one the columns are taken in their order.
 */
export function readPasted(text: string, columns: readonly PastedColumn[]): Pasted {
  const [first, ...others] = cellsOf(text).filter((row) => row.some((cell) => cell !== ''));
  if (first === undefined) return { rows: [], unknown: [] };
  const found = first.map((head) =>
    columns.find(({ name, heads }) => [name, ...heads].some((known) => plain(known) === plain(head))),
  );
  const hasHeads = found.filter((column) => column !== undefined).length * 2 >= first.filter(Boolean).length;
  const order = hasHeads ? found : columns;
  const rows = (hasHeads ? others : [first, ...others]).map((row) =>
    Object.fromEntries(
      order.flatMap((column, index) => {
        const cell = row[index]?.trim() ?? '';
        return column === undefined || cell === '' ? [] : [[column.name, column.read?.(cell) ?? cell]];
      }),
    ),
  );
  return { rows, unknown: hasHeads ? first.filter((head, index) => head !== '' && found[index] === undefined) : [] };
}

/** The cells of each row; spreadsheets put a cell into quotes where its text has a tab, a line or a quote in it. */
function cellsOf(text: string): string[][] {
  const comma = text.includes('\t') ? '\t' : ';';
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const quoted = /^"((?:[^"]|"")*)"?/.exec(text.slice(at)) ?? ['', ''];
      cell = (quoted[1] ?? '').replaceAll('""', '"');
      at += quoted[0].length;
    }
    while (at < text.length && text[at] !== comma && text[at] !== '\n') cell += text[at++];
    row.push(cell.trim());
    if (at >= text.length || text[at] === '\n') {
      rows.push(row);
      row = [];
    }
    at += 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** `13/5/2018`, `13-05-18` and `2018-05-13` are the same day, written `2018-05-13`. */
export function readDay(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text) ?? [];
  if (year === '') return text;
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A quantity as people write it: `96,5` is `96.5`. */
export const readQuantity = (text: string): string => {
  const decimals = /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0;
  const read = readAmount(text, decimals === 3 ? 0 : decimals);
  return read && 'amount' in read ? read.amount : text;
};

/** Reads a word that people write in several ways: `choose({ F: ['mujer'] })('Mujer')` is `F`. */
export const choose =
  (words: Readonly<Record<string, readonly string[]>>) =>
  (text: string): string =>
    Object.entries(words).find(([code, said]) => [code, ...said].some((word) => plain(word) === plain(text)))?.[0] ??
    text;
