import { join } from 'node:path';
import { nameKey } from '@ayni/kernel';
import { Buckets, spreading } from './buckets.js';
import { fileShape, fileOf, keyOf, type Row, type Table } from './files.js';

/** Told of a record: which one (the byte where it begins), in which column, what is wrong. */
export type Tell = (from: number, column: string, what: string) => void;

/** Gathers something of each record while a table is read, and says afterwards what does not go together. */
export type Gatherer<T extends Table> = {
  add(row: Row<T>): void;
  finish(tell: Tell): void;
  close(): Promise<void>;
};

/** Finds records that stand twice in a table of any size. */
export async function doubles<T extends Table>(folder: string, table: T): Promise<Gatherer<T>> {
  const buckets = await Buckets.open();
  const spread = await spreading(join(folder, fileOf(table)));
  const column = fileShape(table).key?.at(-1) ?? '';
  return {
    add({ cells, number, from }) {
      const key = keyOf(table, cells);
      if (key === undefined) return;
      const same = nameKey(key);
      buckets.add(spread(same), [same, key, String(number), String(from)]);
    },
    finish(tell) {
      for (const bucket of buckets.keys) {
        const first = new Map<string, string>();
        for (const [same = '', key = '', number = '', from] of buckets.read(bucket)) {
          const other = first.get(same);
          if (other === undefined) first.set(same, number);
          else tell(Number(from), column, `${key} stands twice in the file, first in record ${other}`);
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
      buckets.add(spread(nameKey(receipt)), [receipt, line, sold_at, market, payment, String(number), String(from)]);
    },
    finish(tell) {
      for (const key of buckets.keys) {
        const first = new Map<string, { shared: Shared; lines: Set<number>; last: number }>();
        for (const [receipt = '', line = '', soldAt = '', market = '', payment = '', number, start] of buckets.read(
          key,
        )) {
          const from = Number(start);
          const seen = first.get(nameKey(receipt));
          if (seen === undefined) {
            const shared = { sold_at: soldAt, market, payment };
            first.set(nameKey(receipt), { shared, lines: new Set([Number(line)]), last: Number(number) });
            receipts.count += 1;
            continue;
          }
          if (Number(number) !== seen.last + 1) receipts.scattered = true;
          seen.last = Number(number);
          if (seen.lines.has(Number(line))) tell(from, 'line', `receipt ${receipt} has a line ${line} already`);
          seen.lines.add(Number(line));
          const said: Shared = { sold_at: soldAt, market, payment };
          for (const column of SHARED) {
            if (nameKey(said[column]) === nameKey(seen.shared[column])) continue;
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
