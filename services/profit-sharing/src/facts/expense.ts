import {
  expenseRecorded,
  expenseRecordedV2,
  expenseRecordedV3,
  expenseRecordedV4,
  expenseReversed,
  expenseReversedV2,
  expenseReversedV3,
  expenseReversedV4,
} from '@ayni/contracts';
import type { Centavos, Currency, Day } from '@ayni/kernel';
import {
  AmountField,
  CodeField,
  CurrencyField,
  DayField,
  HashesField,
  ListField,
  OneOfField,
  ShownListField,
  TextField,
  WholeField,
} from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { OWN_MONEY } from '../domain/facts.js';
import { PAID_FROM, type PaidFrom } from '../domain/ledger/till.js';

/** As long as an invoice is. */
const LINES_MAX = 100;

/** A line of a document that has several: what it was for, and which money paid it. */
export class ExpenseLine {
  @WholeField(1, LINES_MAX, { description: 'its place on the document, from 1' }) line!: number;
  @TextField(200) category!: string;
  @AmountField() amount!: Centavos;
  @CodeField({ of: 'grant', description: '`own`, also where it is left out, or the code of the grant that paid it' })
  fundedBy!: string;
  @TextField(200, { optional: true, description: 'the line of the budget of the grant that paid it' })
  budgetLine!: string | null;
}

/** What the co-op spent, out of its own money or out of a grant, or partly of another source. */
export class Expense {
  @CodeField() code!: string;
  @DayField() spentOn!: Day;
  @TextField(200) category!: string;
  @CurrencyField() currency!: Currency;
  @AmountField({ description: 'what the whole document comes to' }) amount!: Centavos;
  @CodeField({
    of: 'grant',
    description: '`own`, also where it is left out, or the code of the grant that paid it; of several lines the first',
  })
  fundedBy!: string;
  @TextField(200, {
    optional: true,
    description:
      'the line of the budget of the grant in `fundedBy`; of several lines each says its own, and what another grant pays as `rest` has none',
  })
  budgetLine!: string | null;
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
  @HashesField({ optional: true, description: 'photos or PDFs of the receipt, by their hashes' })
  attachments!: readonly string[] | null;
  @ShownListField(() => ExpenseLine, { description: 'its lines, where it has several; else it is its only line' })
  lines!: readonly ExpenseLine[];
}

const SentExpenseLine = sentClass(ExpenseLine, ['line'], { fundedBy: OWN_MONEY });

/** An expense as the treasurer enters it. */
export class SentExpense extends sentClass(Expense, ['currency', 'lines'], { fundedBy: OWN_MONEY }) {
  @ListField(() => SentExpenseLine, {
    max: LINES_MAX,
    optional: true,
    description: 'its lines, where it has several: they come to `amount`, and each says what paid it',
  })
  lines?: readonly InstanceType<typeof SentExpenseLine>[] | null;
}

export const expenses = declareFact({
  kind: 'expense',
  table: 'expenses',
  row: Expense,
  sent: SentExpense,
  dated: 'spentOn',
  parts: { field: 'lines', table: 'expense_lines', row: ExpenseLine, of: 'code', isListed: true },
  sums: { centavos: 'amount' },
  filters: ['fundedBy', 'supplier'],
  conditions: {
    supplier: (name) => `name_key(f.supplier) = name_key(${name})`,
    fundedBy: (source) => `(${source} IN (f.funded_by, f.rest_funded_by) OR EXISTS (SELECT FROM expense_lines l
      WHERE l.coop_id = f.coop_id AND l.code = f.code AND l.funded_by = ${source}))`,
  },
  events: {
    recorded: expenseRecorded,
    reversed: expenseReversed,
    inOtherPlaces: { recorded: expenseRecordedV2, reversed: expenseReversedV2 },
    forFact: ({ rest, lines }) => {
      if (lines.length > 0) return { recorded: expenseRecordedV4, reversed: expenseReversedV4 };
      return rest === null ? undefined : { recorded: expenseRecordedV3, reversed: expenseReversedV3 };
    },
    // a receipt may name people: it stays in the books, as the line of a grant's budget does
    tells: ({ attachments: _, lines, ...expense }) => ({
      ...expense,
      lines: lines.map(({ budgetLine: __, ...line }) => line),
    }),
  },
});
