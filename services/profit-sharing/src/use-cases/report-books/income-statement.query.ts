import { DayField, ShownListField } from '@ayni/http/fields';
import type { Day, Language } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { incomeStatement } from '../../domain/ledger/reports.js';
import { accountSums } from '../sum-accounts/account-sums.js';
import { AmountRow, amountRows } from './amount-row.js';
import { spanOf, type AskedDays, type ReadDays } from './asked-days.js';

/** Income and costs of some days; the last row is the result. Money with a purpose is in none of them. */
export class IncomeStatement {
  @DayField({ nullable: true, description: 'null from the beginning of the books' }) from!: Day | null;
  @DayField() to!: Day;
  @ShownListField(() => AmountRow) items!: readonly AmountRow[];
}

/** Draws up the result of a season or of other days. */
export class ShowIncomeStatement {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly days: ReadDays,
  ) {}

  async run(tx: Transaction, asked: AskedDays, language: Language): Promise<IncomeStatement> {
    const days = await this.days.run(tx, asked);
    const { places } = await this.coops.get(tx);
    const report = incomeStatement(await accountSums(tx, spanOf(days)));
    return { ...days, items: amountRows(report, 'result', language, places) };
  }
}
