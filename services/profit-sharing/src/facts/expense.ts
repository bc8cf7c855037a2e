import { expenseRecorded, expenseRecordedV2, expenseReversed, expenseReversedV2 } from '@ayni/contracts';
import type { Centavos, Currency, Day } from '@ayni/kernel';
import { AmountField, CodeField, CurrencyField, DayField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** What the co-op spent, out of its own money or out of a grant. */
export class Expense {
  @CodeField() code!: string;
  @DayField() spentOn!: Day;
  @TextField(200) category!: string;
  @CurrencyField() currency!: Currency;
  @AmountField() amount!: Centavos;
  @CodeField({ of: 'grant', description: '`own`, or the code of the grant that paid it' }) fundedBy!: string;
}

/** An expense as the treasurer enters it. */
export class SentExpense extends sentClass(Expense, ['currency']) {}

export const expenses = declareFact({
  kind: 'expense',
  table: 'expenses',
  row: Expense,
  sent: SentExpense,
  dated: 'spentOn',
  sums: { centavos: 'amount' },
  filters: ['fundedBy'],
  events: {
    recorded: expenseRecorded,
    reversed: expenseReversed,
    inOtherPlaces: { recorded: expenseRecordedV2, reversed: expenseReversedV2 },
    tells: (expense) => expense,
  },
});
