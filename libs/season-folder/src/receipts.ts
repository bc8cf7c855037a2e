import { parseInstant } from '@ayni/kernel';
import { Buckets } from './buckets.js';
import { FILES, rowOf, type Row } from './files.js';
import { readRows, type Handful } from './rows.js';

/** A receipt of `sales.csv` with all its lines. */
export type Receipt = { readonly receipt: string; readonly lines: readonly Row<'sales'>[] };

/**
 * The receipts of a checked folder. Where the lines of each stand together they come in file order straight from the
 * file; where they are scattered they are regrouped on disk by the moment of sale, which the lines of a receipt share.
 */
export async function* readReceipts(folder: string, scattered: boolean): AsyncGenerator<Receipt[]> {
  if (!scattered) {
    yield* together(readRows(folder, 'sales', changed));
    return;
  }
  const buckets = await Buckets.open();
  try {
    for await (const { rows } of readRows(folder, 'sales', changed)) {
      for (const row of rows) buckets.add(parseInstant(row.cells.sold_at).slice(0, 10), putAside(row));
    }
    for (const key of buckets.keys) {
      const receipts = new Map<string, Row<'sales'>[]>();
      for (const entry of buckets.read(key)) {
        const row = takeBack(entry);
        const lines = receipts.get(row.cells.receipt);
        if (lines) lines.push(row);
        else receipts.set(row.cells.receipt, [row]);
      }
      yield [...receipts]
        .map(([receipt, lines]) => ({
          at: parseInstant(lines[0]?.cells.sold_at ?? ''),
          receipt: ordered(receipt, lines),
        }))
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        .map(({ receipt }) => receipt);
    }
  } finally {
    await buckets.close();
  }
}

const putAside = (row: Row<'sales'>): string[] => [
  ...FILES.sales.map((column) => row.cells[column]),
  String(row.number),
];

const takeBack = (entry: readonly string[]): Row<'sales'> =>
  rowOf('sales', entry.slice(0, FILES.sales.length), Number(entry.at(-1)), 0);

async function* together(source: AsyncGenerator<Handful<'sales'>>): AsyncGenerator<Receipt[]> {
  let open: Row<'sales'>[] = [];
  for await (const { rows } of source) {
    const receipts: Receipt[] = [];
    for (const row of rows) {
      const receipt = open[0]?.cells.receipt;
      if (receipt !== undefined && receipt !== row.cells.receipt) {
        receipts.push(ordered(receipt, open));
        open = [];
      }
      open.push(row);
    }
    if (receipts.length > 0) yield receipts;
  }
  const last = open[0]?.cells.receipt;
  if (last !== undefined) yield [ordered(last, open)];
}

const ordered = (receipt: string, lines: readonly Row<'sales'>[]): Receipt => ({
  receipt,
  lines: [...lines].sort((a, b) => Number(a.cells.line) - Number(b.cells.line)),
});

/** Thrown where a folder is not as it was when it was checked. */
export function changed(finding: { readonly file: string; readonly what: string }): never {
  throw new Error(`${finding.file} has changed since it was checked: ${finding.what}`);
}
