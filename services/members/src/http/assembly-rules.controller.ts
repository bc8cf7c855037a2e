import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { ByPeople, CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDone } from '@ayni/http/commands/load-answer';
import { CodeField, WholeField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, Refuses, Shows, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import type { AssemblyRules } from '../domain/assembly-rules.js';
import { ChangeAssemblyRules } from '../use-cases/change-assembly-rules/change-assembly-rules.use-case.js';
import { AssemblyRulesFields, assemblyRules } from '../use-cases/list-assembly-rules/list-assembly-rules.query.js';
import { ShowAssemblyRules } from '../use-cases/show-assembly-rules/show-assembly-rules.query.js';

class AssemblyRulesRequest extends AssemblyRulesFields {
  @CodeField({ optional: true, description: 'the resolution by which they were adopted' })
  resolution?: string | null;
}

class ChangedRules extends CommandDone {
  @WholeField(1, 1_000_000) version!: number;
}

/** How the co-op holds its assemblies. */
@ApiTags('assemblies')
@Controller('assembly-rules')
export class AssemblyRulesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly changeRules: ChangeAssemblyRules,
    private readonly showRules: ShowAssemblyRules,
  ) {}

  /** Those that hold now; until a co-op has some of its own, those of the product. */
  @Get('current')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Shows('assembly-rules.show', AssemblyRulesFields)
  current(@CurrentPrincipal() { coop }: Principal): Promise<AssemblyRules> {
    return this.database.read(coop, (tx) => this.showRules.run(tx));
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president')
  @Lists('assembly-rules.list', assemblyRules)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof assemblyRules>> {
    return this.reader.answer(request, assemblyRules, query);
  }

  @Post()
  @Roles('president')
  @ByPeople()
  @Sensitive()
  @Refuses('for-people', 'unknown-reference', 'resolution-not-carried')
  @Does('assembly-rules.change', ChangedRules)
  change(
    @Body() { resolution, ...rules }: AssemblyRulesRequest,
    @Command() command: CommandRequest,
  ): Promise<ChangedRules> {
    return this.desk.run(
      command,
      (tx) => this.changeRules.run(tx, rules, resolution ?? null, command.principal.user),
      'exclusive',
    );
  }
}
