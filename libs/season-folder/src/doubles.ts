import { join } from 'node:path';
import { Buckets, spreading } from './buckets.js';
import { fileOf, type Column, type Row, type Table } from './files.js';

/** Told of a record: which one (the byte where it begins), in which column, what is wrong. */
export type Tell<T extends Table> = (from: number, column: Column<T>, what: string) => void;

/** Gathers something of each record while a table is read, and says afterwards what does not go together. */
export type Gatherer<T extends Table> = {
  add(row: Row<T>): void;
  finish(tell: Tell<T>): void;
  close(): Promise<void>;
};

/** Finds codes that stand twice in a table of any size. */
export async function codeDoubles<T extends 'harvests' | 'deliveries' | 'expenses'>(
  folder: string,
  table: T,
  codeOf: (cells: Row<T>['cells']) => string,
): Promise<Gatherer<T>> {
  const buckets = await Buckets.open();
  const spread = await spreading(join(folder, fileOf(table)));
  return {
    add({ cells, number, from }) {
      const code = codeOf(cells);
      buckets.add(spread(code), [code, String(number), String(from)]);
    },
    finish(tell) {
      for (const key of buckets.keys) {
        const first = new Map<string, string>();
        for (const [code = '', number = '', from] of buckets.read(key)) {
          const other = first.get(code);
          if (other === undefined) first.set(code, number);
          else tell(Number(from), 'code', `the code ${code} stands twice in the file, first in record ${other}`);
        }
      }
    },
    close: () => buckets.close(),
  };
}

/** How the receipts of a season lie in their file. */
export type Receipts = { count: number; scattered: boolean };

/** Looks whether the lines of each receipt agree, and counts the receipts into `receipts`. */
export async function receiptsAgree(folder: string, receipts: Receipts): Promise<Gatherer<'sales'>> {
  const buckets = await Buckets.open();
  const spread = await spreading(join(folder, fileOf('sales')));
  return {
    add({ cells: { receipt, line, sold_at, market, payment }, number, from }) {
      buckets.add(spread(receipt), [receipt, line, sold_at, market, payment, String(number), String(from)]);
    },
    finish(tell) {
      for (const key of buckets.keys) {
        const first = new Map<string, { shared: Shared; lines: Set<number>; last: number }>();
        for (const [receipt = '', line = '', soldAt = '', market = '', payment = '', number, start] of buckets.read(
          key,
        )) {
          const from = Number(start);
          const seen = first.get(receipt);
          if (seen === undefined) {
            const shared = { sold_at: soldAt, market, payment };
            first.set(receipt, { shared, lines: new Set([Number(line)]), last: Number(number) });
            receipts.count += 1;
            continue;
          }
          if (Number(number) !== seen.last + 1) receipts.scattered = true;
          seen.last = Number(number);
          if (seen.lines.has(Number(line))) tell(from, 'line', `receipt ${receipt} has a line ${line} already`);
          seen.lines.add(Number(line));
          const said: Shared = { sold_at: soldAt, market, payment };
          for (const column of SHARED) {
            if (said[column] === seen.shared[column]) continue;
            tell(from, column, `receipt ${receipt} has ${seen.shared[column]} on another line`);
          }
        }
      }
    },
    close: () => buckets.close(),
  };
}

const SHARED = ['sold_at', 'market', 'payment'] as const;
type Shared = Readonly<Record<(typeof SHARED)[number], string>>;
