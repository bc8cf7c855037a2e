import type { Measured, Day } from '@ayni/kernel';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { IssuesPort } from '../../domain/issues.port.js';
import type { StockPort } from '../../domain/stock.port.js';
import { losses, type Loss, type SentLoss } from '../../facts/loss.js';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { LoadedRow } from '@ayni/http/commands/load';
import { StockOfDays } from '../../domain/stock-of-days.js';
import { KeepUses } from '../keep-uses/keep-uses.js';

/** Keeps what the store lost: no more than it held that day, unless somebody counted. */
export class KeepLosses extends KeepUses<Loss, SentLoss> {
  constructor(coops: CoopDirectory, stock: StockPort, issues: IssuesPort) {
    super(losses, 'loss', coops, stock, issues);
  }

  protected override async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentLoss>[],
    coop: Coop,
  ): Promise<Admission<Loss, SentLoss>> {
    // from here on the products are held
    const admission = await super.admit(tx, rows, coop);
    const known = await this.recordedAmong(tx, rows);
    const stock = new StockOfDays(
      await this.stock.atEndOf(
        tx,
        rows.map(({ sent }) => ({ product: sent.product, day: this.dayOf(sent, coop) })),
      ),
    );
    return {
      ...admission,
      make: (row, day) => {
        const loss = admission.make(row, day);
        if (!loss.counted && !known.has(loss.code)) stock.lose(loss, `${row.at}/quantity`);
        return loss;
      },
    };
  }

  protected make(sent: SentLoss, measured: Measured & { readonly day: Day }): Loss {
    return { ...sent, ...measured, counted: sent.counted === true };
  }

  /**
   * The moment was sent as `recordedAt` before, and nobody said whether she counted; the same loss sent again is still
   * the same.
   */
  protected override digested({ lostAt, counted, ...loss }: SentLoss): object {
    return { ...loss, recordedAt: lostAt, ...(counted === true ? { counted } : {}) };
  }
}
