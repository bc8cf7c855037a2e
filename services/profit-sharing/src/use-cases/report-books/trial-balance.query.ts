import { AmountField, DayField, ShownListField } from '@ayni/http/fields';
import { formatAmount, type Day, type Language } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { trialBalance } from '../../domain/ledger/reports.js';
import { accountSums } from '../sum-accounts/account-sums.js';
import { spanOf, type AskedDays, type ReadDays } from './asked-days.js';
import { lastRow, ReportRow, shownInChart } from './report-row.js';

/** What a row of the chart got and gave, and on which side that leaves it. */
export class TrialBalanceRow extends ReportRow {
  @AmountField() debit!: string;
  @AmountField() credit!: string;
  @AmountField() debitBalance!: string;
  @AmountField() creditBalance!: string;
}

/** Sums and balances of every account over some days; the last row has what both sides come to. */
export class TrialBalance {
  @DayField({ nullable: true, description: 'null from the beginning of the books' }) from!: Day | null;
  @DayField() to!: Day;
  @ShownListField(() => TrialBalanceRow) items!: readonly TrialBalanceRow[];
}

/** Sums up the accounts as accountants try whether books balance. */
export class ShowTrialBalance {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly days: ReadDays,
  ) {}

  async run(tx: Transaction, asked: AskedDays, language: Language): Promise<TrialBalance> {
    const days = await this.days.run(tx, asked);
    const { places } = await this.coops.get(tx);
    const { rows, total } = trialBalance(await accountSums(tx, spanOf(days)));
    const amounts = (sums: readonly bigint[]): Omit<TrialBalanceRow, keyof ReportRow> => {
      const [debit = '', credit = '', debitBalance = '', creditBalance = ''] = sums.map((sum) =>
        formatAmount(sum, places),
      );
      return { debit, credit, debitBalance, creditBalance };
    };
    return {
      ...days,
      items: [
        ...rows.map((row) => ({ ...shownInChart(row, language), ...amounts(row.sums) })),
        { ...lastRow('total', language), ...amounts(total) },
      ],
    };
  }
}
