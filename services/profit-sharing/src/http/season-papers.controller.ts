import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { languageAskedBy } from '@ayni/http/door/language';
import { OneOfField } from '@ayni/http/fields';
import { Prints } from '@ayni/http/operations';
import { MEDIA } from '@ayni/http/tables/table-query';
import type { Request } from 'express';
import { WriteAnnualPack } from '../use-cases/write-annual-pack/write-annual-pack.query.js';
import { annualSheets } from './papers/annual-sheet.js';
import { annualWorkbook } from './papers/annual-workbook.js';
import { ANNUAL_WORDS } from './papers/annual-words.js';
import { pdfFile, printed, workbookFile } from './papers/paper-file.js';

class PackQuery {
  @OneOfField(['pdf', 'xlsx'], { optional: true, description: '`pdf` for A4, `xlsx` for a workbook' })
  format?: 'pdf' | 'xlsx';
}

/** The papers of a season, to be printed and handed in. */
@ApiTags('seasons')
@Controller('seasons/:code/papers')
export class SeasonPapersController {
  constructor(
    private readonly database: Database,
    private readonly annualPack: WriteAnnualPack,
  ) {}

  /** What whoever supervises co-ops wants of a year: balance, result, funds, resolutions, registers. */
  @Get('annual')
  @Roles('manager', 'treasurer', 'president')
  @Prints('annual-packs.print', MEDIA.xlsx)
  async annual(
    @CodeInPath('code', 'season') code: string,
    @Query() { format = 'pdf' }: PackQuery,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const language = languageAskedBy(request);
    const pack = await this.database.read(principal.coop, (tx) => this.annualPack.run(tx, code, language));
    const title = ANNUAL_WORDS[language].title(pack.season);
    if (format === 'xlsx') return workbookFile(await annualWorkbook(pack, language), title);
    const settledAt = `${pack.to}T00:00:00.000Z`;
    return pdfFile(printed(annualSheets(pack, language), { title, on: 'pdf', language, settledAt }), title);
  }
}
