import { every, priceLine } from '@ayni/kernel';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { KeepFacts, type Admission } from '@ayni/facts/keep-facts';
import { knownMembers, refuseNonMember, refuseStranger } from '@ayni/reference-data/register/register';
import { readUnitBook } from '@ayni/reference-data/products/unit-book';
import type { IssuesPort } from '../../domain/issues.port.js';
import { expiryOf, type NewLot } from '../../domain/lot.js';
import type { StockedProduct } from '../../domain/product.js';
import type { StockPort } from '../../domain/stock.port.js';
import { deliveries, type Delivery, type SentDelivery } from '../../facts/delivery.js';

/** Keeps members' produce; each delivery becomes a lot of the store. */
export class KeepDeliveries extends KeepFacts<Delivery, SentDelivery> {
  constructor(
    coops: CoopDirectory,
    private readonly stock: StockPort,
    private readonly issues: IssuesPort,
  ) {
    super(deliveries, coops);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentDelivery>[],
    { currency, places }: Coop,
  ): Promise<Admission<Delivery, SentDelivery>> {
    const members = await knownMembers(
      tx,
      rows.map(({ sent }) => sent.member),
    );
    const late = rows.filter(({ sent }) => (members.get(sent.member) ?? null) !== null);
    const known = await this.recordedAmong(tx, late);
    const codes = rows.map(({ sent }) => sent.product);
    const products = await this.stock.lock(tx, codes);
    const units = await readUnitBook(tx, codes);
    return {
      make: ({ sent, at }, day) =>
        every(
          () => {
            if (known.has(sent.code)) refuseStranger(members, sent.member, `${at}/member`);
            else refuseNonMember(members, sent.member, day, `${at}/member`);
          },
          () => ({ ...sent, day, currency, ...priceLine(sent, day, { units, places }, at) }),
        ),
      recorded: async (deliveries, commandOf) => {
        const lots = deliveries.map((delivery) => ({ ...lotOf(delivery, products), command: commandOf(delivery) }));
        await this.issues.retell(tx, await this.stock.receive(tx, lots));
      },
    };
  }

  /** What was taken from its lot is taken from others. */
  protected override async reversed(tx: Transaction, { code, product }: Delivery): Promise<void> {
    await this.stock.lock(tx, [product]);
    await this.issues.retell(tx, await this.stock.withdraw(tx, 'delivery', [{ code }]));
  }
}

function lotOf(delivery: Delivery, products: ReadonlyMap<string, StockedProduct>): NewLot {
  const { code, product: name, day, deliveredAt, unit, stockUnit, stockQuantity } = delivery;
  const product = products.get(name);
  if (!product) throw new Error(`product ${name} was measured but not locked`);
  return {
    origin: 'delivery',
    originCode: code,
    product: name,
    unit,
    stockUnit,
    day,
    receivedAt: deliveredAt,
    expiresOn: expiryOf(product, day),
    quantity: stockQuantity,
  };
}
