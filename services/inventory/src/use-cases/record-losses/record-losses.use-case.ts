import type { Transaction } from '@ayni/database/transaction';
import { digestOf } from '@ayni/facts/record';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { readUnitBook } from '@ayni/reference-data/products/unit-book';
import type { Draw } from '../../domain/allocation.js';
import { measureLoss, type Loss, type LossDraft } from '../../domain/loss.js';
import type { LossesPort } from '../../domain/losses.port.js';
import type { StockPort } from '../../domain/stock.port.js';
import { dateRows } from '../date-rows/date-rows.js';

/** Enters what the store lost, all or none. A loss is a fact: one of more than there is leaves the store short. */
export class RecordLosses {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly losses: LossesPort,
    private readonly stock: StockPort,
  ) {}

  async run(
    tx: Transaction,
    drafts: readonly LossDraft[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const coop = await this.coops.get(tx);
    const dated = await dateRows(tx, coop, drafts, 'recordedAt');
    const codes = drafts.map(({ product }) => product);
    await this.stock.lock(tx, codes);
    const units = await readUnitBook(tx, codes);
    const entries = dated.map(({ draft, day }, i) => ({
      loss: measureLoss(draft, day, units, `/rows/${i}`),
      digest: digestOf(draft),
      by,
    }));
    const fresh = await this.losses.add(tx, entries);
    await this.stock.draw(tx, fresh.map(drawOf));
    return { recorded: fresh.length, unchanged: drafts.length - fresh.length };
  }
}

const drawOf = ({ code, product, stockUnit, day, stockQuantity }: Loss): Draw => ({
  use: 'loss',
  code,
  line: 1,
  product,
  stockUnit,
  day,
  quantity: stockQuantity,
});
