import { Explained, stockQuantity } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Harvest } from '../../domain/harvest.js';
import type { HarvestsPort } from '../../domain/harvests.port.js';
import { expiryOf, type NewLot } from '../../domain/lot.js';
import type { StockedProduct } from '../../domain/product.js';
import type { IssuesPort } from '../../domain/issues.port.js';
import type { StockPort } from '../../domain/stock.port.js';

/** Puts harvests into the store: each but what the families took home becomes a lot. */
export class ReceiveHarvests {
  constructor(
    private readonly harvests: HarvestsPort,
    private readonly stock: StockPort,
    private readonly issues: IssuesPort,
  ) {}

  async run(tx: Transaction, harvests: readonly Harvest[]): Promise<void> {
    const products = await this.stock.lock(tx);
    await this.harvests.add(tx, harvests);
    const stored = harvests.filter(({ quantity, homeUse }) => quantity > homeUse);
    const lots = stored.map((harvest) => lotOf(harvest, products));
    await this.issues.retell(tx, await this.stock.receive(tx, lots));
  }
}

function lotOf(harvest: Harvest, products: ReadonlyMap<string, StockedProduct>): NewLot {
  const { code, product: name, unit, stockUnit, day, harvestedAt, quantity, homeUse, command } = harvest;
  const product = products.get(name);
  if (!product)
    throw new Explained({
      es: `la cosecha ${code} es del producto ${name}, que no se conoce`,
      en: `harvest ${code} is of product ${name}, which is not known`,
    });
  return {
    origin: 'harvest',
    originCode: code,
    product: name,
    unit,
    stockUnit,
    day,
    receivedAt: harvestedAt,
    expiresOn: expiryOf(product, day),
    quantity: stockQuantity(quantity - homeUse),
    command,
  };
}
