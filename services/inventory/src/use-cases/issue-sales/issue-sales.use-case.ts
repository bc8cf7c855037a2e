import type { Transaction } from '@ayni/database/transaction';
import type { Issue } from '../../domain/issue.js';
import type { IssuesPort } from '../../domain/issues.port.js';
import type { StockPort } from '../../domain/stock.port.js';

/** Takes the lines of receipts from the store. A sale is a fact: what the store lacks is short, never refused. */
export class IssueSales {
  constructor(
    private readonly issues: IssuesPort,
    private readonly stock: StockPort,
  ) {}

  async run(tx: Transaction, issues: readonly Issue[]): Promise<void> {
    const products = await this.stock.lock(tx);
    const draws = issues.flatMap(({ lines }) => lines);
    const stranger = draws.find(({ product }) => !products.has(product));
    if (stranger) throw new Error(`receipt ${stranger.code} sells product ${stranger.product}, which is not known`);
    await this.issues.add(tx, issues, await this.stock.draw(tx, draws));
  }
}
