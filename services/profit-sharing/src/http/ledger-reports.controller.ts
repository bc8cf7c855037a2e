import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { parseDay, Refusal, type Day } from '@ayni/kernel';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CodeField, DayField, OneOfField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, Refuses, Totals, type RowsOf } from '@ayni/http/operations';
import { TableQuery } from '@ayni/http/tables/table-query';
import { ACCOUNTS } from '../domain/ledger/accounts.js';
import { SOURCES } from '../domain/ledger/entry.js';
import { AgeDebts, DebtAges } from '../use-cases/age-debts/age-debts.query.js';
import { ExportJournal } from '../use-cases/export-journal/export-journal.query.js';
import { accountLines } from '../use-cases/list-account-lines/list-account-lines.query.js';
import { BalanceSheet, ShowBalanceSheet } from '../use-cases/report-books/balance-sheet.query.js';
import { IncomeStatement, ShowIncomeStatement } from '../use-cases/report-books/income-statement.query.js';
import { ShowTrialBalance, TrialBalance } from '../use-cases/report-books/trial-balance.query.js';
import { FundBalances, SumFunds } from '../use-cases/sum-funds/sum-funds.query.js';

class DayQuery extends TableQuery {
  @DayField({ optional: true, description: 'up to and with this day; today where left out' })
  on?: string;
}

class DaysQuery extends TableQuery {
  @CodeField({ of: 'season', optional: true, description: 'its days, or those of them between the other two' })
  season?: string;

  @DayField({ optional: true, description: 'first day; of all the books where left out' })
  from?: string;

  @DayField({ optional: true, description: 'last day; today where left out' })
  to?: string;
}

class SheetQuery extends ListQuery {
  @OneOfField(Object.keys(ACCOUNTS))
  account!: string;

  @TextField(64, { optional: true, description: 'whose part of the account' })
  party?: string;

  @OneOfField(SOURCES, { optional: true })
  source?: string;
}

class JournalQuery {
  @DayField({ optional: true, description: 'first day' })
  from?: string;

  @DayField({ optional: true, description: 'last day' })
  to?: string;
}

/** What the ledger comes to, as accountants read it: as of any day, or over any days. */
@ApiTags('ledger')
@Controller('ledger')
export class LedgerReportsController {
  constructor(
    private readonly reader: ListReader,
    private readonly trialBalance: ShowTrialBalance,
    private readonly balanceSheet: ShowBalanceSheet,
    private readonly incomeStatement: ShowIncomeStatement,
    private readonly funds: SumFunds,
    private readonly debts: AgeDebts,
    private readonly journal: ExportJournal,
  ) {}

  @Get('trial-balance')
  @Roles('treasurer', 'president')
  @Totals('trial-balance.show', TrialBalance)
  @Refuses('not-found', 'wrong-order')
  showTrialBalance(@Query() query: DaysQuery, @List() request: ListRequest): Promise<TrialBalance | StreamableFile> {
    return this.reader.total(request, TrialBalance, query, (tx) => this.trialBalance.run(tx, query, request.language));
  }

  @Get('balance-sheet')
  @Roles('treasurer', 'president')
  @Totals('balance-sheet.show', BalanceSheet)
  showBalanceSheet(@Query() query: DayQuery, @List() request: ListRequest): Promise<BalanceSheet | StreamableFile> {
    return this.reader.total(request, BalanceSheet, query, (tx) =>
      this.balanceSheet.run(tx, request.language, dayOf(query)),
    );
  }

  @Get('income-statement')
  @Roles('treasurer', 'president')
  @Totals('income-statement.show', IncomeStatement)
  @Refuses('not-found', 'wrong-order')
  showResult(@Query() query: DaysQuery, @List() request: ListRequest): Promise<IncomeStatement | StreamableFile> {
    return this.reader.total(request, IncomeStatement, query, (tx) =>
      this.incomeStatement.run(tx, query, request.language),
    );
  }

  @Get('sheet')
  @Roles('treasurer', 'president')
  @Lists('sheet.list', accountLines)
  list(@Query() query: SheetQuery, @List() request: ListRequest): Promise<RowsOf<typeof accountLines>> {
    return this.reader.answer(request, accountLines, query);
  }

  @Get('funds')
  @Roles('treasurer', 'president')
  @Totals('fund-balances.show', FundBalances)
  sumFunds(@Query() query: DayQuery, @List() request: ListRequest): Promise<FundBalances | StreamableFile> {
    return this.reader.total(request, FundBalances, query, (tx) => this.funds.run(tx, request.language, dayOf(query)));
  }

  @Get('debts')
  @Roles('treasurer', 'president')
  @Totals('debts.show', DebtAges)
  ageDebts(@Query() query: DayQuery, @List() request: ListRequest): Promise<DebtAges | StreamableFile> {
    return this.reader.total(request, DebtAges, query, (tx) => this.debts.run(tx, request.language, dayOf(query)));
  }

  @Get('journal')
  @Roles('treasurer', 'president')
  @ApiOperation({ operationId: 'journal.export' })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string', description: 'a journal of hledger' } } } })
  export(@Query() { from, to }: JournalQuery, @List() request: ListRequest): Promise<StreamableFile> {
    const days = [from, to].filter((day) => day !== undefined);
    const file = { name: 'journal.export', extension: 'journal', days };
    if (from !== undefined && to !== undefined && from > to)
      throw new Refusal('wrong-order', '/from', { detail: 'from-later' });
    const query = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return this.reader.text(request, file, (tx) => this.journal.run(tx, query, request.language));
  }
}

const dayOf = ({ on }: DayQuery): Day | undefined => (on === undefined ? undefined : parseDay(on));
