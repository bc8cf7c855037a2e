import type { Transaction } from '@ayni/database/transaction';
import { digestOf } from '@ayni/facts/record';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { readUnitBook } from '@ayni/reference-data/products/unit-book';
import { refuseStrangers } from '@ayni/reference-data/register/register';
import type { DeliveriesPort } from '../../domain/deliveries.port.js';
import { priceDelivery, type Delivery, type DeliveryDraft } from '../../domain/delivery.js';
import { expiryOf, type NewLot } from '../../domain/lot.js';
import type { StockedProduct } from '../../domain/product.js';
import type { StockPort } from '../../domain/stock.port.js';
import { dateRows } from '../date-rows/date-rows.js';

/** Takes in members' produce, all or none; each delivery becomes a lot of the store. */
export class RecordDeliveries {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly deliveries: DeliveriesPort,
    private readonly stock: StockPort,
  ) {}

  async run(
    tx: Transaction,
    drafts: readonly DeliveryDraft[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const coop = await this.coops.get(tx);
    const dated = await dateRows(tx, coop, drafts, 'deliveredAt');
    await refuseStrangers(
      tx,
      drafts.map(({ member }) => member),
      (i) => `/rows/${i}/member`,
    );
    const codes = drafts.map(({ product }) => product);
    const products = await this.stock.lock(tx, codes);
    const units = await readUnitBook(tx, codes);
    const entries = dated.map(({ draft, day }, i) => ({
      delivery: priceDelivery(draft, day, coop.currency, units, `/rows/${i}`),
      digest: digestOf(draft),
      by,
    }));
    const fresh = await this.deliveries.add(tx, entries);
    await this.stock.receive(
      tx,
      fresh.map((delivery) => lotOf(delivery, products)),
    );
    return { recorded: fresh.length, unchanged: drafts.length - fresh.length };
  }
}

function lotOf(delivery: Delivery, products: ReadonlyMap<string, StockedProduct>): NewLot {
  const { code, product: name, day, deliveredAt, stockUnit, stockQuantity } = delivery;
  const product = products.get(name);
  if (!product) throw new Error(`product ${name} was measured but not locked`);
  return {
    origin: 'delivery',
    originCode: code,
    product: name,
    stockUnit,
    day,
    receivedAt: deliveredAt,
    expiresOn: expiryOf(product, day),
    quantity: stockQuantity,
  };
}
