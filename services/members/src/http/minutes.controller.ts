import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { holdsOffice, type Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { languageAskedBy } from '@ayni/http/door/language';
import { OneOfField } from '@ayni/http/fields';
import { Prints } from '@ayni/http/operations';
import { disposition } from '@ayni/http/tables/file-name';
import { MEDIA } from '@ayni/http/tables/table-query';
import { A4 } from '@ayni/paper/format';
import { minutesSheet } from '@ayni/paper/minutes';
import { MINUTES_WORDS } from '@ayni/paper/minutes-words';
import { pdfOf } from '@ayni/paper/pdf';
import type { Request } from 'express';
import { WriteMinutes } from '../use-cases/write-minutes/write-minutes.query.js';

class MinutesQuery {
  @OneOfField(['pdf', 'json'], { optional: true, description: '`pdf` for A4, `json` for programs' })
  format?: 'pdf' | 'json';
}

/** What is written down of an assembly, to be printed and signed. */
@ApiTags('assemblies')
@Controller('assemblies/:code/papers')
export class MinutesController {
  constructor(
    private readonly database: Database,
    private readonly writeMinutes: WriteMinutes,
  ) {}

  @Get('minutes')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Prints('minutes.print', MEDIA.json)
  async print(
    @CodeInPath('code', 'assembly') code: string,
    @Query() { format = 'pdf' }: MinutesQuery,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const language = languageAskedBy(request);
    const asker = { isOfficer: holdsOffice(principal), member: principal.member };
    const { minutes, coop } = await this.database.read(principal.coop, (tx) => this.writeMinutes.run(tx, code, asker));
    const title = MINUTES_WORDS[language].title(minutes.day);
    if (format === 'json')
      return new StreamableFile(Buffer.from(JSON.stringify(minutes)), {
        ...{ type: MEDIA.json, disposition: disposition(title, [], 'json') },
      });
    const settledAt = new Date(minutes.closedAt ?? minutes.startsAt);
    const options = { format: A4, title, language, settledAt };
    return new StreamableFile(Readable.from(pdfOf([minutesSheet(minutes, coop, language)], options)), {
      ...{ type: 'application/pdf', disposition: disposition(title, [], 'pdf') },
    });
  }
}
