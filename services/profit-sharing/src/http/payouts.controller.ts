import { Body, Controller, Get, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { languageAskedBy } from '@ayni/http/door/language';
import { OneOfField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, Prints, Refuses, type RowsOf } from '@ayni/http/operations';
import { listName } from '@ayni/http/tables/file-name';
import { Sensitive } from '@ayni/http/trail/act';
import type { Request } from 'express';
import { PAYMENT_WAYS, PAYOUT_STATES } from '../domain/payouts/payout.js';
import { ConfirmPayout } from '../use-cases/confirm-payout/confirm-payout.use-case.js';
import { EndPayout } from '../use-cases/end-payout/end-payout.use-case.js';
import { namedPayout, payoutLines, payouts } from '../use-cases/list-payouts/list-payouts.query.js';
import { WriteBankFile } from '../use-cases/write-bank-file/write-bank-file.query.js';
import { writePayoutSheet } from '../use-cases/write-payout-sheet/write-payout-sheet.query.js';
import { bankFile } from './bank-file.js';
import { pdfFile, printed } from './papers/paper-file.js';
import { PACK_WORDS } from './papers/pack-words.js';
import { signatureSheet } from './papers/signature-sheet.js';
import { MovedPayoutAnswer } from './payout.answer.js';

class PayoutsQuery extends ListQuery {
  @TextField(36, { optional: true })
  run?: string;

  @OneOfField(PAYOUT_STATES, { optional: true })
  state?: string;
}

class LinesQuery extends ListQuery {
  @OneOfField(PAYMENT_WAYS, { optional: true })
  way?: string;
}

class EndRequest {
  @TextField(500)
  reason!: string;
}

/** Rounds of paying: planned by one person, confirmed by another, ended when all are paid or nobody comes any more. */
@ApiTags('payouts')
@Controller('payouts')
export class PayoutsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly confirmPayout: ConfirmPayout,
    private readonly endPayout: EndPayout,
    private readonly writeBankFile: WriteBankFile,
  ) {}

  @Get()
  @Roles('treasurer', 'president')
  @Lists('payouts.list', payouts)
  list(@Query() query: PayoutsQuery, @List() request: ListRequest): Promise<RowsOf<typeof payouts>> {
    return this.reader.answer(request, payouts, query, { ...query });
  }

  /** What each household gets in it, and whether it got it. */
  @Get(':code/lines')
  @Roles('treasurer', 'president')
  @Lists('payout-lines.list', payoutLines)
  async lines(
    @CodeInPath('code', 'payout') code: string,
    @Query() query: LinesQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof payoutLines>> {
    const payout = await this.database.read(request.principal.coop, (tx) => namedPayout(tx, code));
    return this.reader.answer(request, payoutLines, query, { payout });
  }

  /** What the households of it sign when they are paid, with the notes and coins that are needed. */
  @Get(':code/papers/signatures')
  @Roles('treasurer', 'president')
  @Prints('payout-sheets.print')
  async signatures(
    @CodeInPath('code', 'payout') code: string,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const language = languageAskedBy(request);
    const sheet = await this.database.read(principal.coop, (tx) => writePayoutSheet(tx, code));
    const title = PACK_WORDS[language].signatures(sheet.season);
    const settled = { title, on: 'pdf', language, settledAt: sheet.calculatedAt } as const;
    return pdfFile(printed([signatureSheet(sheet, language)], settled), title);
  }

  /** What is still to be transferred, as the co-op's bank wants to have it: of a confirmed payout, what was not paid. */
  @Get(':code/papers/transfers')
  @Roles('treasurer', 'president')
  @ApiOperation({ operationId: 'bank-files.print' })
  @ApiOkResponse({
    content: { 'text/csv': { schema: { type: 'string', description: 'by the template of the co-op' } } },
  })
  async transfers(
    @CodeInPath('code', 'payout') code: string,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const file = await this.database.read(principal.coop, (tx) => this.writeBankFile.run(tx, code));
    return bankFile(file, listName('bank-files.print', languageAskedBy(request)));
  }

  /** By another person than who planned it; from then on households are paid. */
  @Post(':code/confirmation')
  @Roles('president')
  @Sensitive()
  @Does('payouts.confirm', MovedPayoutAnswer)
  @Refuses('wrong-state', 'second-person-needed', 'payout-outdated', 'books-of-other-places')
  confirm(
    @CodeInPath('code', 'payout') code: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<MovedPayoutAnswer> {
    return this.desk.run(command, (tx) => this.confirmPayout.run(tx, code, command.principal), 'exclusive');
  }

  /** Withdraws a plan, or ends a confirmed payout of which some are not paid; they stay owed. */
  @Post(':code/end')
  @Roles('treasurer', 'president')
  @Sensitive()
  @Does('payouts.end', MovedPayoutAnswer)
  @Refuses('wrong-state')
  end(
    @CodeInPath('code', 'payout') code: string,
    @Body() { reason }: EndRequest,
    @Command() command: CommandRequest,
  ): Promise<MovedPayoutAnswer> {
    const { user } = command.principal;
    return this.desk.run(command, (tx) => this.endPayout.run(tx, code, reason, user), 'exclusive');
  }
}
