import { measureLine } from '@ayni/kernel';
import type { Transaction } from '@ayni/messaging';
import { KeepFacts, readUnitBook, type Admission, type CoopDirectory, type LoadedRow } from '@ayni/service-kit';
import type { Draw } from '../../domain/allocation.js';
import type { StockPort } from '../../domain/stock.port.js';
import { losses, type Loss, type SentLoss } from '../../facts/loss.js';

/** Keeps what the store lost. A loss is a fact: one of more than there is leaves the store short. */
export class KeepLosses extends KeepFacts<Loss, SentLoss> {
  constructor(
    coops: CoopDirectory,
    private readonly stock: StockPort,
  ) {
    super(losses, coops);
  }

  protected async admit(tx: Transaction, rows: readonly LoadedRow<SentLoss>[]): Promise<Admission<Loss, SentLoss>> {
    const products = rows.map(({ sent }) => sent.product);
    await this.stock.lock(tx, products);
    const units = await readUnitBook(tx, products);
    return {
      make: ({ sent, at }, day) => ({ ...sent, day, ...measureLine(sent, day, units, at) }),
      recorded: async (losses) => {
        await this.stock.draw(tx, losses.map(drawOf));
      },
    };
  }

  protected override async reversed(tx: Transaction, { code, product }: Loss): Promise<void> {
    await this.stock.lock(tx, [product]);
    await this.stock.putBack(tx, 'loss', [code]);
  }

  /** Losses were sent with the name `recordedAt` before; the same one sent again is still the same. */
  protected override digested({ lostAt, ...loss }: SentLoss): object {
    return { ...loss, recordedAt: lostAt };
  }
}

const drawOf = ({ code, product, stockUnit, day, stockQuantity: quantity }: Loss): Draw => ({
  use: 'loss',
  code,
  line: 1,
  product,
  stockUnit,
  day,
  quantity,
});
