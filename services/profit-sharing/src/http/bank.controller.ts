import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { DayField, OneOfField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { Totals } from '@ayni/http/operations';
import { TableQuery } from '@ayni/http/tables/table-query';
import { STATEMENTS } from '../domain/bank/statement.js';
import { BankMatching, MatchBank, UnmatchedPostings } from '../use-cases/match-bank/match-bank.query.js';

class StatementQuery extends TableQuery {
  @OneOfField(STATEMENTS, { optional: true, description: 'of what the statement is; of the bank where left out' })
  statement?: string;

  @DayField({ optional: true, description: 'first day; ninety days before the last one where left out' })
  from?: string;

  @DayField({ optional: true, description: 'last day; today where left out' })
  to?: string;
}

/** Statements beside the books. */
@ApiTags('ledger')
@Controller('ledger/bank')
export class BankController {
  constructor(
    private readonly reader: ListReader,
    private readonly bank: MatchBank,
  ) {}

  @Get('lines')
  @Roles('treasurer', 'president')
  @Totals('bank-matching.show', BankMatching)
  lines(@Query() query: StatementQuery, @List() request: ListRequest): Promise<BankMatching | StreamableFile> {
    return this.reader.total(request, BankMatching, query, (tx) => this.bank.lines(tx, query));
  }

  @Get('postings')
  @Roles('treasurer', 'president')
  @Totals('unmatched-postings.show', UnmatchedPostings)
  postings(@Query() query: StatementQuery, @List() request: ListRequest): Promise<UnmatchedPostings | StreamableFile> {
    return this.reader.total(request, UnmatchedPostings, query, (tx) => this.bank.postings(tx, query));
  }
}
