import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { CodeField, DayField, ListField, TextField, WholeField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, Refuses, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { parseDay } from '@ayni/kernel';
import { AdoptResolutions } from '../use-cases/adopt-resolutions/adopt-resolutions.use-case.js';
import { CoveredRequest, coversOf, THINGS_MAX } from './covered.request.js';
import { resolutions } from '../use-cases/list-resolutions/list-resolutions.query.js';

const VOTES_MAX = 1_000_000;

class ResolutionRequest {
  @CodeField() number!: string;
  @DayField() adoptedOn!: string;
  @TextField(500) subject!: string;
  @WholeField(0, VOTES_MAX) votesFor!: number;
  @WholeField(0, VOTES_MAX, { empty: 0 }) votesAgainst!: number;
  @WholeField(0, VOTES_MAX, { empty: 0 }) abstentions!: number;

  @ListField(() => CoveredRequest, {
    max: THINGS_MAX,
    optional: true,
    description: 'what it decides in the system, each thing once; left out where that is nothing',
  })
  covers?: CoveredRequest[] | null;
}

/** What assemblies resolved. */
@ApiTags('resolutions')
@Controller('resolutions')
export class ResolutionsController {
  private readonly loads: SingleLoads<ResolutionRequest>;

  constructor(
    desk: CommandDesk,
    private readonly reader: ListReader,
    adoptResolutions: AdoptResolutions,
  ) {
    this.loads = new SingleLoads(desk, { at: 'number' }, (tx, rows, by) => {
      const resolved = rows.map(({ covers, ...row }, i) => ({
        ...row,
        adoptedOn: parseDay(row.adoptedOn, `/rows/${i}/adoptedOn`),
        covers: coversOf(covers),
      }));
      return adoptResolutions.run(tx, resolved, by.user);
    });
  }

  @Post()
  @Roles('manager', 'president')
  @Sensitive()
  @Refuses('more-votes-than-members')
  @BringsRows('resolutions.adopt', ResolutionRequest)
  adopt(@Rows(ResolutionRequest) load: Load<ResolutionRequest>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('resolutions.list', resolutions)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof resolutions>> {
    return this.reader.answer(request, resolutions, query);
  }
}
