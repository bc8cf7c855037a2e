import { stat } from 'node:fs/promises';
import { nameKey, readText } from '@ayni/kernel';
import { readCoop, type Coop } from './coop.js';
import { doubles, receiptsAgree, type Gatherer, type Receipts } from './doubles.js';
import { fileShape, fileOf, TABLES, type Row, type Table } from './files.js';
import { memberships } from './memberships.js';
import { Findings, FolderMistakes, MOST_MISTAKES, shown, type Mistake } from './mistake.js';
import { placeAll } from './place.js';
import { References } from './references.js';
import { seasonCode } from './codes.js';
import { oneLine } from './field.js';
import { readRows } from './rows.js';

/** A season's folder, and what loading it needs to know beforehand. */
export type SeasonFolder = {
  readonly path: string;
  readonly coop: Coop;
  /** The code of its season. */
  readonly season: string;
  /** What stands before the codes of records that have none of their own. */
  readonly beforeCodes: string;
  /** What records of its files call each other by. */
  readonly references: References;
  /** How many records each table has. */
  readonly records: Readonly<Record<Table, number>>;
  readonly receipts: number;
  /** Whether the lines of some receipt do not stand together in `sales.csv`. */
  readonly scattered: boolean;
  readonly markets: readonly string[];
  /** The records of `members.csv`, by their number in the file, by which somebody who had left came back. */
  readonly returns: ReadonlySet<number>;
  /** What only the folder as a whole can tell: files that cannot be read, records that do not go together. */
  readonly findings: Findings;
};

/**
 * Reads a season's folder from end to end before anything of it is loaded; what the API judges is left to it.
 * Memory does not grow with the tables of dated records, only with members, units and the like.
 * @param inBook its name in a book of years, and the folder before it there
 * @throws FolderMistakes where there is no folder, or no co-op in it that could be set up
 */
export async function readFolder(
  path: string,
  signal?: AbortSignal,
  inBook?: { readonly name: string; readonly before: SeasonFolder | undefined },
): Promise<SeasonFolder> {
  if (!(await stat(path).catch(() => undefined))?.isDirectory()) {
    throw new FolderMistakes([{ file: path, line: 1, column: 1, what: 'there is no such folder' }], false);
  }
  const mistakes: Mistake[] = [];
  const coop = await readCoop(path, (mistake) => mistakes.push(mistake));
  const findings = new Findings(MOST_MISTAKES);
  const unread = new Set<string>();
  const references = new References(unread, inBook?.before?.references);
  const markets = new Map<string, string>();
  const receipts: Receipts = { count: 0, scattered: false };
  const returns = new Set<number>();

  const look = async <T extends Table>(table: T, gatherer: Gatherer<T>): Promise<number> => {
    const file = fileOf(table);
    const columns = Object.entries(fileShape(table).columns);
    let indexOf = (_column: string): number => 0;
    const tell = (from: number, column: string, what: string): void =>
      findings.add({ file, from, index: indexOf(column), field: column, what });
    const readable = (row: Row<T>): void => {
      const cells: Readonly<Record<string, string>> = row.cells;
      for (const [column, { wrong }] of columns) {
        const cell = cells[column] ?? '';
        const what = wrong?.(cell);
        if (what !== undefined) tell(row.from, column, cell === '' ? 'is empty' : `${shown(cell)}: ${what}`);
      }
      references.read(table, row, (column, what) => tell(row.from, column, what));
      if (table === 'sales') {
        const market = readText(oneLine(cells['market'] ?? ''));
        markets.set(nameKey(market), markets.get(nameKey(market)) ?? market);
      }
      gatherer.add(row);
    };
    let count = 0;
    try {
      const rows = readRows(path, table, (finding) => {
        unread.add(table); // what could not be read may be what others refer to
        findings.add(finding);
      });
      for await (const handful of rows) {
        signal?.throwIfAborted();
        indexOf = handful.indexOf;
        handful.rows.forEach(readable);
        count += handful.rows.length;
      }
      gatherer.finish(tell);
    } finally {
      await gatherer.close();
    }
    return count;
  };

  const records: Partial<Record<Table, number>> = {};
  for (const table of TABLES) {
    if (table === 'sales') records[table] = await look(table, await receiptsAgree(path, receipts));
    else if (table === 'members') records[table] = await look(table, memberships(returns));
    else records[table] = await look(table, await doubles(path, table));
  }
  if (coop === undefined) throw await mistakesIn(path, findings, mistakes);
  return {
    path,
    coop,
    season: inBook?.name ?? seasonCode(coop.season.name),
    beforeCodes: inBook ? `${inBook.name}-` : '',
    references,
    records: records as Record<Table, number>, // every table was looked at above
    receipts: receipts.count,
    scattered: receipts.scattered,
    markets: [...markets.values()],
    returns,
    findings,
  };
}

/** What was found, each at its place in its file. */
export async function mistakesIn(
  path: string,
  findings: Findings,
  before: readonly Mistake[] = [],
): Promise<FolderMistakes> {
  const mistakes = [...before];
  for (const table of TABLES) {
    const file = fileOf(table);
    const here = findings.all.filter((finding) => finding.file === file);
    if (here.length > 0) mistakes.push(...(await placeAll(path, file, here)));
  }
  return new FolderMistakes(mistakes.slice(0, MOST_MISTAKES), findings.more || mistakes.length > MOST_MISTAKES);
}
