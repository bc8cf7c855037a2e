import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse';
import { columnsOf, fileOf, fileShape, openColumnsOf, rowOf, type Row, type Table } from './files.js';
import { shown, type Finding } from './mistake.js';

/** No record of a season is as long; an opening quote that nothing closes would otherwise take the whole file in. */
const LONGEST_RECORD = 1_048_576;

const NEWLINE = 0x0a;

/** Some records of a table, and at which field of its file each column stands. */
export type Handful<T extends Table> = {
  readonly rows: readonly Row<T>[];
  readonly indexOf: (column: string) => number;
};

/**
 * The records of a table, in file order and in handfuls as they come off the disk. A file that cannot be read on
 * (no such file, no UTF-8, broken quoting, a header that is not the table's) is told to `report` and ends there;
 * a record with too few or too many fields is told and left out.
 */
export async function* readRows<T extends Table>(
  folder: string,
  table: T,
  report: (finding: Finding) => void,
): AsyncGenerator<Handful<T>> {
  const file = fileOf(table);
  const path = join(folder, file);
  const at = (from: number, index: number, what: string, field?: string): void =>
    report({ file, from, index, what, ...(field === undefined ? {} : { field }) });
  try {
    await access(path);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!(isMissing && fileShape(table).isOpen)) at(0, 0, 'the file is missing or cannot be read');
    return;
  }

  const columns = columnsOf(table);
  const open = openColumnsOf(table);
  let order: readonly number[] | undefined;
  let width = columns.length;
  let broken = false;
  let number = 0;
  let from = 0;
  let rows: Row<T>[] = [];

  const take = (record: readonly string[], end: number): void => {
    const start = from;
    from = end;
    if (broken) return;
    if (order === undefined) {
      order = orderOf(columns, open, record, (index, what, field) => at(start, index, what, field));
      width = record.length;
      broken = order === undefined;
      return;
    }
    number += 1;
    if (record.length !== width) {
      const index = Math.min(record.length - 1, width);
      at(start, index, `the record has ${record.length} fields, the header ${width}`);
      return;
    }
    const texts = order.map((index) => record[index] ?? '');
    rows.push(rowOf(table, texts, number, start));
  };

  const indexOf = (column: string): number => Math.max(0, order?.[columns.indexOf(column)] ?? 0);

  const parser = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    on_record: (record: string[], context) => {
      take(record, context.bytes);
      return null;
    },
  });
  const failed = new Promise<never>((_resolve, reject) => parser.once('error', reject));
  failed.catch(() => undefined); // looked at below, after each write
  const done = (act: (callback: (error?: Error | null) => void) => void): Promise<void> =>
    Promise.race([
      failed,
      new Promise<void>((resolve, reject) => {
        act((error) => (error ? reject(error) : resolve()));
      }),
    ]);

  let read = 0;
  let tail: Buffer = Buffer.alloc(0);
  const source = createReadStream(path);
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      const whole = Buffer.concat([tail, chunk]);
      const cut = wholeCharacters(whole);
      const wrong = firstWrongByte(whole.subarray(0, cut));
      if (wrong !== undefined) {
        const byte = read - tail.length + wrong;
        const lineStart = wrong === 0 ? 0 : whole.lastIndexOf(NEWLINE, wrong - 1) + 1;
        const start = lineStart === 0 ? from : read - tail.length + lineStart;
        report({
          file,
          from: start,
          index: 0,
          byte,
          what: `the file is not UTF-8: byte ${byte + 1} is of no character`,
        });
        return;
      }
      tail = whole.subarray(cut);
      read += chunk.length;
      await done((callback) => parser.write(chunk, callback));
      if (rows.length > 0) {
        yield { rows, indexOf };
        rows = [];
      }
      if (broken) return;
    }
    if (tail.length > 0) {
      at(from, 0, 'the file is not UTF-8: it ends within a character');
      return;
    }
    await done((callback) => {
      parser.once('finish', () => callback());
      parser.end();
    });
    if (rows.length > 0) yield { rows, indexOf };
    if (order === undefined && !broken) at(0, 0, `the header is missing: ${columns.join(',')}`);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (rows.length > 0) yield { rows, indexOf };
    const index = typeof error['column'] === 'number' ? error['column'] : 0;
    at(from, index, quoting[error.code] ?? 'the record cannot be read as CSV', columns[order?.indexOf(index) ?? -1]);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

const quoting: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE: 'a quote stands within a field that does not begin with one',
  CSV_INVALID_CLOSING_QUOTE: 'text stands behind the closing quote',
  CSV_QUOTE_NOT_CLOSED: 'the opening quote is never closed',
  CSV_MAX_RECORD_SIZE: 'the record is too long; is a quote not closed?',
};

/** Where each of `columns` stands in `header`, -1 for an open one that is left out; undefined where the header is not that of the table. */
function orderOf(
  columns: readonly string[],
  open: ReadonlySet<string>,
  header: readonly string[],
  say: (index: number, what: string, field?: string) => void,
): readonly number[] | undefined {
  let good = true;
  header.forEach((name, index) => {
    if (columns.includes(name) && header.indexOf(name) === index) return;
    say(
      index,
      columns.includes(name) ? 'the column stands twice in the header' : `unknown column ${shown(name)}`,
      name,
    );
    good = false;
  });
  for (const column of columns) {
    if (header.includes(column) || open.has(column)) continue;
    say(Math.max(0, header.length - 1), 'the column is missing from the header', column);
    good = false;
  }
  return good ? columns.map((column) => header.indexOf(column)) : undefined;
}

/** How many bytes of `bytes` come before a character that its end cuts in two. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0b1100_0000) {
      const length = byte >= 0b1111_0000 ? 4 : byte >= 0b1110_0000 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
    if (byte < 0b1000_0000) break;
  }
  return bytes.length;
}

function firstWrongByte(bytes: Buffer): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let good = 0;
  let wrong = bytes.length;
  // the longest prefix that is UTF-8 but for a cut character at its end
  while (good < wrong) {
    const middle = Math.ceil((good + wrong) / 2);
    const prefix = bytes.subarray(0, middle);
    if (isUtf8(prefix.subarray(0, wholeCharacters(prefix)))) good = middle;
    else wrong = middle - 1;
  }
  return wholeCharacters(bytes.subarray(0, good));
}
