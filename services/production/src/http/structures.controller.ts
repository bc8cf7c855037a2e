import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { AnyQuantityField, CodeField, ListField, OneOfField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { STRUCTURE_KINDS, type StructureKind } from '../domain/structure.js';
import { structures } from '../use-cases/list-structures/list-structures.query.js';
import { RegisterStructures } from '../use-cases/register-structures/register-structures.use-case.js';

class StructureRequest {
  @CodeField()
  code!: string;

  @TextField(200)
  name!: string;

  @OneOfField(STRUCTURE_KINDS)
  kind!: StructureKind;

  @AnyQuantityField({ description: 'square metres' })
  areaM2!: string;
}

class RegisterStructuresRequest {
  @ListField(() => StructureRequest)
  rows!: StructureRequest[];
}

/** Where the co-op's produce comes from. */
@ApiTags('structures')
@Controller('structures')
export class StructuresController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly registerStructures: RegisterStructures,
  ) {}

  @Post()
  @Roles('manager')
  register(@Body() { rows }: RegisterStructuresRequest, @Command() command: CommandRequest): Promise<object> {
    return this.desk.run(command, (tx) => this.registerStructures.run(tx, rows, command.principal.user), 'none');
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, structures, query);
  }
}
