import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseDay, type Day } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { onlyOwn, type Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { languageAskedBy } from '@ayni/http/door/language';
import { DayField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, Prints, Shows, Totals, type RowsOf } from '@ayni/http/operations';
import { TableQuery } from '@ayni/http/tables/table-query';
import type { Request } from 'express';
import { oldShares } from '../use-cases/list-old-shares/list-old-shares.query.js';
import { instalments } from '../use-cases/list-instalments/list-instalments.query.js';
import { personalLines } from '../use-cases/list-personal-lines/list-personal-lines.query.js';
import { namedHousehold, namedMember } from '../use-cases/list-personal-lines/whose-account.query.js';
import { SettleMember, Settlement } from '../use-cases/settle-member/settle-member.query.js';
import {
  HouseholdAccounts,
  MemberAccounts,
  SumPersonalAccounts,
} from '../use-cases/sum-personal-accounts/sum-personal-accounts.query.js';
import { pdfFile, printed } from './papers/paper-file.js';
import { settlementSheet } from './papers/settlement-sheet.js';
import { SETTLEMENT_WORDS } from './papers/settlement-words.js';

class AccountsQuery extends TableQuery {
  @DayField({ optional: true, description: 'up to and with this day; today where left out' })
  on?: string;
}

class SettlementPaperQuery {
  @TextField(200, { optional: true, description: 'who receives it where she died, with the number of a document' })
  heir?: string;
}

const dayOf = ({ on }: AccountsQuery): Day | undefined => (on === undefined ? undefined : parseDay(on));

/** One account for each member and household: all that is between her and the co-op; a member sees her own. */
@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly sums: SumPersonalAccounts,
    private readonly settleMember: SettleMember,
  ) {}

  @Get('members')
  @Roles('treasurer', 'president', 'manager')
  @Totals('member-accounts.show', MemberAccounts)
  members(@Query() query: AccountsQuery, @List() request: ListRequest): Promise<MemberAccounts | StreamableFile> {
    return this.reader.total(request, MemberAccounts, query, (tx) => this.sums.ofMembers(tx, dayOf(query)));
  }

  @Get('households')
  @Roles('treasurer', 'president', 'manager')
  @Totals('household-accounts.show', HouseholdAccounts)
  households(@Query() query: AccountsQuery, @List() request: ListRequest): Promise<HouseholdAccounts | StreamableFile> {
    return this.reader.total(request, HouseholdAccounts, query, (tx) => this.sums.ofHouseholds(tx, dayOf(query)));
  }

  /** What she put in, was given, owes and brought back, line by line. */
  @Get('members/:number')
  @Roles('treasurer', 'president', 'manager', 'member')
  @Lists('member-account.list', personalLines)
  async ofMember(
    @CodeInPath('number', 'member') number: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof personalLines>> {
    const own = onlyOwn(request.principal);
    const member = await this.database.read(request.principal.coop, (tx) => namedMember(tx, number, own));
    return this.reader.answer(request, personalLines, query, { member });
  }

  /** By when she is to bring back which parts of her loans, and what is left of each. */
  @Get('members/:number/instalments')
  @Roles('treasurer', 'president', 'manager', 'member')
  @Lists('member-instalments.list', instalments)
  async ofInstalments(
    @CodeInPath('number', 'member') number: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof instalments>> {
    const own = onlyOwn(request.principal);
    const member = await this.database.read(request.principal.coop, (tx) => namedMember(tx, number, own));
    return this.reader.answer(request, instalments, query, { member });
  }

  /** What she would be given back if she left today, and what she owes. */
  @Get('members/:number/settlement')
  @Roles('treasurer', 'president', 'manager', 'member')
  @Shows('settlements.show', Settlement)
  settlement(
    @CodeInPath('number', 'member') number: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Settlement> {
    const own = onlyOwn(principal);
    return this.database.read(principal.coop, (tx) => this.settleMember.run(tx, number, own));
  }

  /** The same as she, or her heir, signs it. */
  @Get('members/:number/papers/settlement')
  @Roles('treasurer', 'president', 'manager', 'member')
  @Prints('settlement-papers.print')
  async settlementPaper(
    @CodeInPath('number', 'member') number: string,
    @Query() { heir }: SettlementPaperQuery,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const language = languageAskedBy(request);
    const own = onlyOwn(principal);
    const settled = await this.database.read(principal.coop, (tx) => this.settleMember.run(tx, number, own));
    const title = SETTLEMENT_WORDS[language].file(settled.member);
    const settledAt = `${settled.on}T00:00:00.000Z`;
    const sheet = settlementSheet(settled, language, heir);
    return pdfFile(printed([sheet], { title, on: 'pdf', language, settledAt }), title);
  }

  /** What it is to be paid and was paid, with the accounts of its members, line by line. */
  @Get('households/:code')
  @Roles('treasurer', 'president', 'manager', 'member')
  @Lists('household-account.list', personalLines)
  async ofHousehold(
    @CodeInPath('code', 'household') code: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof personalLines>> {
    const own = onlyOwn(request.principal);
    const household = await this.database.read(request.principal.coop, (tx) => namedHousehold(tx, code, own));
    return this.reader.answer(request, personalLines, query, { household });
  }

  /** What seasons before these books gave it, as their papers say: nobody calculated that here. */
  @Get('households/:code/old-seasons')
  @Roles('treasurer', 'president', 'manager', 'member')
  @Lists('household-old-seasons.list', oldShares)
  async ofOldSeasons(
    @CodeInPath('code', 'household') code: string,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof oldShares>> {
    const own = onlyOwn(request.principal);
    const household = await this.database.read(request.principal.coop, (tx) => namedHousehold(tx, code, own));
    return this.reader.answer(request, oldShares, query, { household });
  }
}
