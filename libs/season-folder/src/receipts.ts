import { nameKey } from '@ayni/kernel';
import { Buckets } from './buckets.js';
import { columnsOf, rowOf, type Row } from './files.js';
import type { Finding } from './mistake.js';
import { readRows, type Handful } from './rows.js';

/** A receipt of `sales.csv` with all its lines. */
export type Receipt = { readonly receipt: string; readonly lines: readonly Row<'sales'>[] };

/** Some receipts, and at which field of the file each column stands. */
export type Receipts = { readonly receipts: readonly Receipt[]; readonly indexOf: (column: string) => number };

/**
 * The receipts of a folder. Where the lines of each stand together they come in file order straight from the
 * file; where they are scattered they are regrouped on disk by the moment of sale, which the lines of a receipt share.
 * @param report told again what was found when the folder was read
 */
export async function* readReceipts(
  { path, scattered }: { readonly path: string; readonly scattered: boolean },
  report: (finding: Finding) => void,
): AsyncGenerator<Receipts> {
  if (!scattered) {
    yield* together(readRows(path, 'sales', report));
    return;
  }
  const buckets = await Buckets.open();
  try {
    let indexOf: Receipts['indexOf'] = () => 0;
    for await (const { rows, indexOf: found } of readRows(path, 'sales', report)) {
      indexOf = found;
      for (const row of rows) buckets.add(dayOf(row), putAside(row));
    }
    for (const key of buckets.keys) {
      const lines = new Map<string, Row<'sales'>[]>();
      for (const entry of buckets.read(key)) {
        const row = takeBack(entry);
        const others = lines.get(nameKey(row.cells.receipt));
        if (others) others.push(row);
        else lines.set(nameKey(row.cells.receipt), [row]);
      }
      const receipts = [...lines.values()]
        .map((rows) => ({
          at: Date.parse(rows[0]?.cells.sold_at ?? '') || 0,
          receipt: ordered(rows),
        }))
        .sort((a, b) => a.at - b.at)
        .map(({ receipt }) => receipt);
      yield { receipts, indexOf };
    }
  } finally {
    await buckets.close();
  }
}

const dayOf = ({ cells }: Row<'sales'>): string => /^\d{4}-\d\d-\d\d/.exec(cells.sold_at)?.[0] ?? 'none';

const COLUMNS = columnsOf('sales');

const putAside = (row: Row<'sales'>): string[] => [
  ...Object.values<string>(row.cells),
  String(row.number),
  String(row.from),
];

const takeBack = (entry: readonly string[]): Row<'sales'> =>
  rowOf('sales', entry.slice(0, COLUMNS.length), Number(entry.at(-2)), Number(entry.at(-1)));

async function* together(source: AsyncGenerator<Handful<'sales'>>): AsyncGenerator<Receipts> {
  let open: Row<'sales'>[] = [];
  let indexOf: Receipts['indexOf'] = () => 0;
  for await (const { rows, indexOf: found } of source) {
    indexOf = found;
    const receipts: Receipt[] = [];
    for (const row of rows) {
      const receipt = open[0]?.cells.receipt;
      if (receipt !== undefined && nameKey(receipt) !== nameKey(row.cells.receipt)) {
        receipts.push(ordered(open));
        open = [];
      }
      open.push(row);
    }
    if (receipts.length > 0) yield { receipts, indexOf };
  }
  if (open.length > 0) yield { receipts: [ordered(open)], indexOf };
}

const ordered = (lines: readonly Row<'sales'>[]): Receipt => ({
  receipt: lines[0]?.cells.receipt ?? '',
  lines: [...lines].sort((a, b) => Number(a.cells.line) - Number(b.cells.line)),
});

/** Thrown where a folder is not as it was when it was read. */
export function changed(finding: { readonly file: string; readonly what: string }): never {
  throw new Error(`${finding.file} has changed since it was read: ${finding.what}`);
}
