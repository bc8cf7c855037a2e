import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { changesOf } from '@ayni/facts/registered/changes';
import { Corrected } from '@ayni/facts/registered/registered-controller';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, IfMatch, type CommandRequest } from '@ayni/http/commands/command-request';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { withEntityTag } from '@ayni/http/entity-tag';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, Refuses, Shows, type RowsOf } from '@ayni/http/operations';
import { notFound, parseDay, parseFactor, type Day } from '@ayni/kernel';
import type { Response } from 'express';
import { unitCode } from '../domain/product.js';
import { CorrectUnits } from '../use-cases/correct-units/correct-units.use-case.js';
import { DefineUnits } from '../use-cases/define-units/define-units.use-case.js';
import { UnitRow, units } from '../use-cases/list-units/list-units.query.js';
import { showUnit } from '../use-cases/show-unit/show-unit.query.js';
import { ChangeUnitRequest, UnitRequest, UnitsQuery } from './units.request.js';

const changes = changesOf('unit');

/** Hands a handler the first day of a factor from the path. @throws Refusal `not-found` */
const DayInPath = (name: string): ParameterDecorator =>
  Param(name, {
    transform: (text: string): Day => {
      try {
        return parseDay(text);
      } catch {
        throw notFound('unit');
      }
    },
  });

/** The units in which people count what the co-op grows and sells. */
@ApiTags('units')
@Controller('units')
export class UnitsController {
  private readonly loads: SingleLoads<UnitRequest>;

  constructor(
    private readonly desk: CommandDesk,
    private readonly database: Database,
    private readonly reader: ListReader,
    private readonly correctUnits: CorrectUnits,
    defineUnits: DefineUnits,
  ) {
    this.loads = new SingleLoads(desk, { at: 'unit', of: ['product', 'unit', 'validFrom'] }, (tx, rows) =>
      defineUnits.run(tx, rows.map(unitOf)),
    );
  }

  @Post()
  @Roles('manager')
  @Refuses('unknown-reference', 'bad-decimal')
  @BringsRows('units.define', UnitRequest)
  define(@Rows(UnitRequest) load: Load<UnitRequest>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }

  @Get()
  @Roles('member', 'seller', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('units.list', units)
  list(@Query() query: UnitsQuery, @List() request: ListRequest): Promise<RowsOf<typeof units>> {
    return this.reader.answer(request, units, query, { retired: query.retired ?? 'false' });
  }

  @Get(':product/:unit/:validFrom')
  @Roles('member', 'seller', 'manager', 'treasurer', 'president', 'integrator')
  @Shows('units.show', UnitRow)
  async one(
    @CodeInPath('product', 'product') product: string,
    @CodeInPath('unit', 'unit') unit: string,
    @DayInPath('validFrom') validFrom: Day,
    @CurrentPrincipal() { coop }: Principal,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UnitRow> {
    const shown = await this.database.read(coop, (tx) => showUnit(tx, { product, unit, validFrom }));
    return withEntityTag(response, shown);
  }

  @Patch(':product/:unit/:validFrom')
  @Roles('manager')
  @Refuses('bad-decimal', 'unit-in-use', 'wrong-order')
  @Shows('units.correct', Corrected)
  async correct(
    @CodeInPath('product', 'product') product: string,
    @CodeInPath('unit', 'unit') unit: string,
    @DayInPath('validFrom') validFrom: Day,
    @Body() asked: ChangeUnitRequest,
    @IfMatch() version: number,
    @Command() command: CommandRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Corrected> {
    const factor = asked.factor ?? undefined;
    const wanted = {
      factor: factor === undefined ? undefined : parseFactor(factor, '/factor'),
      retiredOn: asked.retiredOn
        ? parseDay(asked.retiredOn, '/retiredOn')
        : asked.retiredOn === null
          ? null
          : undefined,
    };
    const key = { product, unit, validFrom };
    const { user } = command.principal;
    const answer = await this.desk.run(command, (tx) => this.correctUnits.run(tx, key, version, wanted, user), 'none');
    return withEntityTag(response, answer);
  }

  @Get(':product/:unit/:validFrom/changes')
  @Roles('manager', 'treasurer', 'president')
  @Lists('units.changes', changes)
  async changes(
    @CodeInPath('product', 'product') product: string,
    @CodeInPath('unit', 'unit') unit: string,
    @DayInPath('validFrom') validFrom: Day,
    @Query() query: ListQuery,
    @List() request: ListRequest,
  ): Promise<RowsOf<typeof changes>> {
    const asked = { product, unit, validFrom };
    const shown = await this.database.read(request.principal.coop, (tx) => showUnit(tx, asked));
    return this.reader.answer(request, changes, query, { code: unitCode(shown) });
  }
}

const unitOf = ({ product, unit, factor, validFrom }: UnitRequest, i: number) => ({
  product,
  unit,
  factor: parseFactor(factor, `/rows/${i}/factor`),
  validFrom: parseDay(validFrom, `/rows/${i}/validFrom`),
});
