import {
  expenseRecorded,
  expenseRecordedV2,
  expenseRecordedV3,
  expenseReversed,
  expenseReversedV2,
  expenseReversedV3,
} from '@ayni/contracts';
import type { Centavos, Currency, Day } from '@ayni/kernel';
import { AmountField, CodeField, CurrencyField, DayField, HashesField, OneOfField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { OWN_MONEY } from '../domain/facts.js';
import { PAID_FROM, type PaidFrom } from '../domain/ledger/till.js';

/** A long receipt is photographed in parts. */
const ATTACHMENTS_MAX = 10;

/** What the co-op spent, out of its own money or out of a grant, or partly of another source. */
export class Expense {
  @CodeField() code!: string;
  @DayField() spentOn!: Day;
  @TextField(200) category!: string;
  @CurrencyField() currency!: Currency;
  @AmountField() amount!: Centavos;
  @CodeField({ of: 'grant', description: '`own`, also where it is left out, or the code of the grant that paid it' })
  fundedBy!: string;
  @AmountField({ optional: true, description: 'what of `amount` another source paid, where two did' })
  rest!: Centavos | null;
  @CodeField({ of: 'grant', optional: true, description: 'the source that paid `rest`: `own`, or the code of a grant' })
  restFundedBy!: string | null;
  @TextField(64, { optional: true, description: 'from whom it was bought' })
  supplier!: string | null;
  @TextField(100, { optional: true, description: 'the number on the invoice or receipt' })
  document!: string | null;
  @OneOfField(PAID_FROM, {
    optional: true,
    description: 'out of what the own part is paid: `cash` where it is left out; `later` it is owed to the supplier',
  })
  paidFrom!: PaidFrom | null;
  @HashesField({ max: ATTACHMENTS_MAX, optional: true, description: 'photos or PDFs of the receipt, by their hashes' })
  attachments!: readonly string[] | null;
}

/** An expense as the treasurer enters it. */
export class SentExpense extends sentClass(Expense, ['currency'], { fundedBy: OWN_MONEY }) {}

export const expenses = declareFact({
  kind: 'expense',
  table: 'expenses',
  row: Expense,
  sent: SentExpense,
  dated: 'spentOn',
  sums: { centavos: 'amount' },
  filters: ['fundedBy', 'supplier'],
  conditions: {
    supplier: (name) => `name_key(f.supplier) = name_key(${name})`,
    fundedBy: (source) => `${source} IN (f.funded_by, f.rest_funded_by)`,
  },
  events: {
    recorded: expenseRecorded,
    reversed: expenseReversed,
    inOtherPlaces: { recorded: expenseRecordedV2, reversed: expenseReversedV2 },
    forFact: ({ rest }) => (rest === null ? undefined : { recorded: expenseRecordedV3, reversed: expenseReversedV3 }),
    // a receipt may name people: it stays in the books
    tells: ({ attachments: _, ...expense }) => expense,
  },
});
