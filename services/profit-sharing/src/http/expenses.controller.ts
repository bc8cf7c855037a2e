import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { expenses } from '../facts/expense.js';
import { KeepExpenses } from '../use-cases/keep-expenses/keep-expenses.use-case.js';

/** What the co-op spends, out of its own money or out of a grant. */
@ApiTags('expenses')
@Controller('expenses')
export class ExpensesController extends factController(
  expenses,
  KeepExpenses,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager', 'integrator'],
  },
  { refuses: ['grant-exhausted', 'expense-written-off', 'expense-paid'] },
) {}
