import { expenseRecorded, expenseReversed } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { reverseFact } from '@ayni/facts/reverse';
import type { Expense } from '../domain/facts.js';
import { ExpensesPort, type Added, type Recorded } from '../domain/money-facts.port.js';
import { expenseAggregate, expenseData } from '../publishing/expense-events.js';
import { factColumns, freshOf } from './fact-rows.js';
import { ExpenseEntity } from './money.entity.js';

const readExpense = statement(
  'read expense',
  `SELECT code, day, category, amount, currency, funded_by AS "fundedBy"
   FROM expenses WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

/** Expenses in PostgreSQL; what is added or taken back goes to the outbox in the same transaction. */
export class PostgresExpenses extends ExpensesPort {
  async add(tx: Transaction, facts: readonly Recorded<Expense>[]): Promise<Added<Expense>> {
    const rows = facts.map((recorded) => ({ ...recorded.fact, ...factColumns(tx, recorded) }));
    const { fresh, unchanged } = await recordRows(tx, ExpenseEntity, rows, { key: 'code' });
    const added = freshOf(facts, fresh);
    for (const expense of added) tx.publish(expenseRecorded, expenseAggregate(expense), 1, expenseData(expense));
    return { fresh: added, unchanged };
  }

  async find(tx: Transaction, code: string): Promise<Expense | undefined> {
    const [expense] = await tx.query<Expense>(readExpense, [code]);
    return expense;
  }

  async reverse(tx: Transaction, expense: Expense, reason: string, by: string): Promise<void> {
    await reverseFact(tx, 'expense', { code: expense.code, reason, by });
    tx.publish(expenseReversed, expenseAggregate(expense), 2, { ...expenseData(expense), reason });
  }
}
