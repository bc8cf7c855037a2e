import { measureLine, type Day, type Measured } from '@ayni/kernel';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { FactStore } from '@ayni/facts/fact-store';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { KeepFacts, type Admission } from '@ayni/facts/keep-facts';
import { readUnitBook } from '@ayni/reference-data/products/unit-book';
import type { Use } from '../../domain/allocation.js';
import type { IssuesPort } from '../../domain/issues.port.js';
import type { StockPort } from '../../domain/stock.port.js';

type Goods = { readonly code: string; readonly product: string; readonly quantity: string; readonly unit: string };

/** Keeps facts by which produce leaves the store. Each is a fact: one of more than there is leaves the store short. */
export abstract class KeepUses<
  Row extends Goods & Measured & { readonly day: Day },
  SentRow extends Goods,
> extends KeepFacts<Row, SentRow> {
  protected constructor(
    facts: FactStore<Row, SentRow>,
    private readonly use: Use,
    coops: CoopDirectory,
    protected readonly stock: StockPort,
    private readonly issues: IssuesPort,
  ) {
    super(facts, coops);
  }

  /** The fact of a row that was measured on its day. */
  protected abstract make(sent: SentRow, measured: Measured & { readonly day: Day }): Row;

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentRow>[],
    _coop: Coop,
  ): Promise<Admission<Row, SentRow>> {
    const products = rows.map(({ sent }) => sent.product);
    await this.stock.lock(tx, products);
    const units = await readUnitBook(tx, products);
    return {
      make: ({ sent, at }, day) => this.make(sent, { day, ...measureLine(sent, day, units, at) }),
      recorded: async (facts, commandOf) => {
        const draws = facts.map((fact) => {
          const { code, product, stockUnit, day, stockQuantity: quantity } = fact;
          return { use: this.use, code, line: 1, product, stockUnit, day, quantity, command: commandOf(fact) };
        });
        const { retold } = await this.stock.draw(tx, draws);
        await this.issues.retell(tx, retold);
      },
    };
  }

  protected override async reversed(tx: Transaction, { code, product }: Row): Promise<void> {
    await this.stock.lock(tx, [product]);
    await this.issues.retell(tx, await this.stock.putBack(tx, this.use, [{ code }]));
  }
}
