import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { columnsOf, fileOf, TABLES, type Table } from '@ayni/season-folder/files';
import { changed } from '@ayni/season-folder/receipts';
import { readRows } from '@ayni/season-folder/rows';

/** The columns by which records name each other; each copy of a season has its own. */
const OWN = [
  'code',
  'number',
  'household',
  'member',
  'structure',
  'receipt',
  'funded_by',
] as const satisfies readonly string[];

/** What every copy sells alike. */
const SHARED_TABLES: readonly Table[] = ['products', 'units'];

/** Writes a season `times` as large as `source`: as many more households, members, structures, grants and records. */
export async function grow(source: string, target: string, times: number): Promise<void> {
  await mkdir(target, { recursive: true });
  await copyFile(join(source, 'coop.json'), join(target, 'coop.json'));
  for (const table of TABLES) {
    const columns = columnsOf(table);
    const file = createWriteStream(join(target, fileOf(table)));
    file.write(`${columns.join(',')}\n`);
    const copies = SHARED_TABLES.includes(table) ? 1 : times;
    for await (const record of recordsOf(source, table)) {
      // the copies of a record follow each other: books are in the order of their days, of however many families
      const texts = Array.from({ length: copies }, (_, copy) =>
        record.map((cells) =>
          Object.entries(cells)
            .map(([column, text]) => quoted(copy > 0 && isOwn(column) ? owned(text, copy) : text))
            .join(','),
        ),
      );
      if (!file.write(`${texts.flat().join('\n')}\n`)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'finish');
  }
}

type Cells = Readonly<Record<string, string>>;

/** The rows of a table, those of one receipt together. */
async function* recordsOf(source: string, table: Table): AsyncGenerator<readonly Cells[]> {
  let record: Cells[] = [];
  for await (const { rows } of readRows(source, table, changed))
    for (const { cells } of rows) {
      const row: Cells = cells;
      if (record.length > 0 && (row['receipt'] === undefined || row['receipt'] !== record[0]?.['receipt'])) {
        yield record;
        record = [];
      }
      record.push(row);
    }
  if (record.length > 0) yield record;
}

const isOwn = (column: string): boolean => OWN.some((own) => own === column);

const owned = (text: string, copy: number): string => (text === '' || text === 'own' ? text : `${text}-${copy}`);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
