import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDone } from '@ayni/http/commands/load-answer';
import { ListField, OneOfField, TextField, WholeField, YesNoField } from '@ayni/http/fields';
import { Does, Shows } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import {
  BANK_COLUMNS,
  DECIMAL_SIGNS,
  ENCODINGS,
  SEPARATORS,
  type BankColumn,
  type BankTemplate,
  type DecimalSign,
  type Encoding,
  type Separator,
} from '../domain/payouts/bank-template.js';
import { SetBankTemplate } from '../use-cases/set-bank-template/set-bank-template.use-case.js';
import { ShowBankTemplate } from '../use-cases/show-bank-template/show-bank-template.query.js';

class ColumnOfBank {
  @OneOfField(BANK_COLUMNS) shows!: BankColumn;
  @TextField(60, { min: 0, description: 'what the first line calls it' }) heading!: string;
}

/** What the file for a bank looks like; asked and answered alike. */
class BankTemplateFields implements BankTemplate {
  @ListField(() => ColumnOfBank, { max: 20, description: 'from left to right' }) columns!: ColumnOfBank[];
  @OneOfField(Object.keys(SEPARATORS), { description: 'the sign between columns' }) separator!: Separator;
  @OneOfField(Object.keys(DECIMAL_SIGNS), { description: 'the sign before the centavos' }) decimalSign!: DecimalSign;
  @YesNoField({ description: 'whether the first line says what the columns are called' }) withHeadings!: boolean;
  @OneOfField(ENCODINGS, { description: '`utf-8-marked`: with the mark by which spreadsheets know it' })
  encoding!: Encoding;
}

class SetTemplate extends CommandDone {
  @WholeField(1, 1_000_000) version!: number;
}

/** What the file looks like with which the co-op's bank transfers money. */
@ApiTags('payouts')
@Controller('bank-template')
export class BankTemplatesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly setTemplate: SetBankTemplate,
    private readonly showTemplate: ShowBankTemplate,
  ) {}

  /** That of the product until a co-op has its own. */
  @Get('current')
  @Roles('treasurer', 'president')
  @Shows('bank-templates.show', BankTemplateFields)
  current(@CurrentPrincipal() { coop }: Principal): Promise<BankTemplate> {
    return this.database.read(coop, (tx) => this.showTemplate.run(tx));
  }

  @Post()
  @Roles('treasurer')
  @Sensitive()
  @Does('bank-templates.change', SetTemplate)
  set(@Body() template: BankTemplateFields, @Command() command: CommandRequest): Promise<SetTemplate> {
    return this.desk.run(command, (tx) => this.setTemplate.run(tx, template, command.principal.user), 'exclusive');
  }
}
