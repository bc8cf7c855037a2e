import { DayField, ShownListField } from '@ayni/http/fields';
import { addDays, type Day, type Language } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { balanceSheet } from '../../domain/ledger/reports.js';
import { accountSums } from '../sum-accounts/account-sums.js';
import { AmountRow, amountRows } from './amount-row.js';

/** What the co-op has on a day, and whose it is: the last row, liabilities and equity, comes to as much as the assets. */
export class BalanceSheet {
  @DayField() on!: Day;
  @ShownListField(() => AmountRow) items!: readonly AmountRow[];
}

/** Draws up the balance sheet of a day. */
export class ShowBalanceSheet {
  constructor(private readonly coops: CoopDirectory) {}

  /** @param on today in the co-op's zone where left out */
  async run(tx: Transaction, language: Language, on?: Day): Promise<BalanceSheet> {
    const day = on ?? (await this.coops.today(tx));
    const { places } = await this.coops.get(tx);
    const report = balanceSheet(await accountSums(tx, { until: addDays(day, 1) }));
    return { on: day, items: amountRows(report, 'liabilities-and-equity', language, places) };
  }
}
