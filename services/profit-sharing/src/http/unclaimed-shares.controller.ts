import { Body, Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseDay } from '@ayni/kernel';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDone } from '@ayni/http/commands/load-answer';
import { CodeField, DayField, WholeField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { Does, Refuses, Totals } from '@ayni/http/operations';
import { TableQuery } from '@ayni/http/tables/table-query';
import { Sensitive } from '@ayni/http/trail/act';
import { ListUnclaimed, UnclaimedShares } from '../use-cases/list-unclaimed/list-unclaimed.query.js';
import { SetLapseRule } from '../use-cases/set-lapse-rule/set-lapse-rule.use-case.js';

class UnclaimedQuery extends TableQuery {
  @DayField({ optional: true, description: 'up to and with this day; today where left out' })
  on?: string;
}

class LapseRuleRequest {
  @WholeField(0, 36_500, { description: 'how many days after it was to be paid' }) afterDays!: number;
  @CodeField({ of: 'fund' }) fund!: string;
  @CodeField({ of: 'resolution', description: 'the number of the resolution by which the assembly decided it' })
  resolution!: string;
}

class SetRule extends CommandDone {
  @WholeField(1, 1_000_000) version!: number;
}

/** Who has not come for what she is owed, and when the assembly lets that lapse. */
@ApiTags('payouts')
@Controller('unclaimed-shares')
export class UnclaimedSharesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly listUnclaimed: ListUnclaimed,
    private readonly setRule: SetLapseRule,
  ) {}

  @Get()
  @Roles('treasurer', 'president')
  @Totals('unclaimed-shares.show', UnclaimedShares)
  show(@Query() query: UnclaimedQuery, @List() request: ListRequest): Promise<UnclaimedShares | StreamableFile> {
    const day = query.on === undefined ? undefined : parseDay(query.on);
    return this.reader.total(request, UnclaimedShares, query, (tx) => this.listUnclaimed.run(tx, day));
  }

  /** From then on; what was posted stays. */
  @Post('rule')
  @Roles('treasurer')
  @Sensitive()
  @Does('lapse-rules.change', SetRule)
  @Refuses('unknown-reference', 'resolution-not-carried')
  set(@Body() rule: LapseRuleRequest, @Command() command: CommandRequest): Promise<SetRule> {
    return this.desk.run(command, (tx) => this.setRule.run(tx, rule, command.principal.user), 'exclusive');
  }
}
