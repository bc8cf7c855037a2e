import { Explained, readAmount } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Transaction } from '@ayni/database/transaction';
import type { Issue } from '../../domain/issue.js';
import type { IssuesPort } from '../../domain/issues.port.js';
import type { StockPort } from '../../domain/stock.port.js';

/** A receipt as sales tells it: what it came to is text until it is read with the places of the books. */
export type ToldIssue = Omit<Issue, 'total'> & { readonly total: string };

/** Takes the lines of receipts from the store. A sale is a fact: what the store lacks is short, never refused. */
export class IssueSales {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly issues: IssuesPort,
    private readonly stock: StockPort,
  ) {}

  async run(tx: Transaction, told: readonly ToldIssue[]): Promise<void> {
    const { places } = await this.coops.get(tx);
    const issues = told.map((issue) => ({ ...issue, total: readAmount(issue.total, places) }));
    const products = await this.stock.lock(tx);
    const draws = issues.flatMap(({ lines }) => lines);
    const stranger = draws.find(({ product }) => !products.has(product));
    if (stranger)
      throw new Explained({
        es: `el recibo ${stranger.code} vende el producto ${stranger.product}, que no se conoce`,
        en: `receipt ${stranger.code} sells product ${stranger.product}, which is not known`,
      });
    await this.issues.add(tx, issues, await this.stock.draw(tx, draws));
  }
}
