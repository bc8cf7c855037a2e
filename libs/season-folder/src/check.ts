import { stat } from 'node:fs/promises';
import { dayIn, parseInstant, parseZone, placesOf, type Day } from '@ayni/kernel';
import { readCoop, type Coop } from './coop.js';
import { codeDoubles, receiptsAgree, type Gatherer, type Receipts, type Tell } from './doubles.js';
import { fileOf, TABLES, type Table } from './files.js';
import { Findings, type Mistake } from './mistake.js';
import { placeAll } from './place.js';
import { Register } from './register.js';
import { readRows } from './rows.js';
import { rulesOf, type Rule } from './rules.js';

/** So many mistakes are shown at once. */
export const MOST_MISTAKES = 50;

/** A folder without a mistake, and what loading it needs to know beforehand. */
export type CheckedFolder = {
  readonly path: string;
  readonly coop: Coop;
  /** How many records each table has. */
  readonly records: Readonly<Record<Table, number>>;
  readonly receipts: number;
  /** Whether the lines of some receipt do not stand together in `sales.csv`. */
  readonly scattered: boolean;
  readonly markets: readonly string[];
};

/** What is wrong with a folder; `more` where there is more than is shown. */
export class FolderMistakes extends Error {
  constructor(
    readonly mistakes: readonly Mistake[],
    readonly more: boolean,
  ) {
    super(`${mistakes.length}${more ? ' or more' : ''} mistakes`);
    this.name = 'FolderMistakes';
  }
}

/**
 * Reads a season's folder from end to end before anything of it is loaded.
 * Memory does not grow with the tables of dated records, only with members, units and the like.
 * @throws FolderMistakes
 */
export async function checkFolder(path: string, now: Date, signal?: AbortSignal): Promise<CheckedFolder> {
  const mistakes: Mistake[] = [];
  if (!(await stat(path).catch(() => undefined))?.isDirectory()) {
    throw new FolderMistakes([{ file: path, line: 1, column: 1, what: 'there is no such folder' }], false);
  }
  const coop = await readCoop(path, (mistake) => mistakes.push(mistake));
  const findings = new Findings(MOST_MISTAKES);
  const unread = new Set<Table>();
  const register = new Register();
  const rules = rulesOf({
    register,
    zone: coop?.zone,
    places: placesOf(coop?.currency ?? ''),
    today: today(coop, now),
    unread,
  });
  const records: Record<string, number> = {};
  const receipts: Receipts = { count: 0, scattered: false };

  const look = async <T extends Table>(table: T, rule: Rule<T>, gatherer?: Gatherer<T>): Promise<void> => {
    const file = fileOf(table);
    let indexOf = (_column: string): number => 0;
    const tell: Tell<T> = (from, column, what) =>
      findings.add({ file, from, index: indexOf(column), field: column, what });
    let count = 0;
    try {
      const rows = readRows(path, table, (finding) => {
        unread.add(table); // what could not be read may be what others refer to
        findings.add(finding);
      });
      for await (const handful of rows) {
        signal?.throwIfAborted();
        indexOf = handful.indexOf;
        for (const row of handful.rows) {
          count += 1;
          rule(row, (column, what) => tell(row.from, column, what));
          gatherer?.add(row);
        }
        if (findings.more) break;
      }
      if (!findings.more) gatherer?.finish(tell);
    } finally {
      await gatherer?.close();
    }
    records[table] = count;
  };

  await look('households', rules.households);
  await look('members', rules.members);
  await look('products', rules.products);
  await look('units', rules.units);
  await look('structures', rules.structures);
  await look('grants', rules.grants);
  await look('harvests', rules.harvests, await codeDoubles(path, 'harvests', ({ code }) => code));
  await look('deliveries', rules.deliveries, await codeDoubles(path, 'deliveries', ({ code }) => code));
  await look('losses', rules.losses);
  await look('work', rules.work);
  await look('care', rules.care);
  await look('expenses', rules.expenses, await codeDoubles(path, 'expenses', ({ code }) => code));
  await look('advances', rules.advances);
  await look('sales', rules.sales, await receiptsAgree(path, receipts));

  for (const table of TABLES) {
    const file = fileOf(table);
    const here = findings.list.filter((finding) => finding.file === file);
    if (here.length > 0) mistakes.push(...(await placeAll(path, file, here)));
  }
  if (mistakes.length > 0 || coop === undefined) {
    throw new FolderMistakes(mistakes.slice(0, MOST_MISTAKES), findings.more || mistakes.length > MOST_MISTAKES);
  }
  return {
    path,
    coop,
    records: records as CheckedFolder['records'], // every table was looked at above
    receipts: receipts.count,
    scattered: receipts.scattered,
    markets: [...register.markets],
  };
}

/** Today by the co-op's calendar; by that of the zone that is furthest ahead, where the co-op's is not known. */
const today = (coop: Coop | undefined, now: Date): Day =>
  dayIn(coop?.zone ?? parseZone('Pacific/Kiritimati'), parseInstant(now.toISOString()));
