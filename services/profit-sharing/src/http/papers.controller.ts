import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { nameKey, Refusal, type Language } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { onlyOwn, type Principal } from '@ayni/http/auth/principal';
import { CodeInPath, IdInPath } from '@ayni/http/code-in-path';
import { languageAskedBy } from '@ayni/http/door/language';
import { OneOfField } from '@ayni/http/fields';
import { Prints } from '@ayni/http/operations';
import type { Request } from 'express';
import type { StatementPaper } from '../domain/statement-paper.js';
import { writeHouseholdPaper, writeMemberPaper } from '../use-cases/write-papers/write-papers.query.js';
import { pdfFile, printed, PRINTED, type Printed } from './papers/paper-file.js';
import { PAPER_WORDS } from './papers/paper-words.js';
import { statementSheet } from './papers/statement-sheet.js';

class PaperQuery {
  @OneOfField(PRINTED, { optional: true, description: '`pdf` for A4, `roll` for paper of 80 mm' })
  format?: Printed;
}

/** The papers of a run, to be printed and handed out. */
@ApiTags('runs')
@Controller('runs/:id/papers')
export class PapersController {
  constructor(private readonly database: Database) {}

  /** A member is handed her own, once the run was put to the assembly. */
  @Get('members/:number')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Prints('member-papers.show')
  async ofMember(
    @IdInPath('id', 'run') id: string,
    @CodeInPath('number', 'member') member: string,
    @Query() query: PaperQuery,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const own = onlyOwn(principal);
    if (own !== null && nameKey(own) !== nameKey(member)) throw new Refusal('not-yours');
    const language = languageAskedBy(request);
    const paper = await this.database.read(principal.coop, (tx) => writeMemberPaper(tx, id, member, language, own));
    return fileOf(paper, member, query, language);
  }

  /** A member is handed that of her own household, once the run was put to the assembly. */
  @Get('households/:code')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Prints('household-papers.show')
  async ofHousehold(
    @IdInPath('id', 'run') id: string,
    @CodeInPath('code', 'household') household: string,
    @Query() query: PaperQuery,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const own = onlyOwn(principal);
    const language = languageAskedBy(request);
    const paper = await this.database.read(principal.coop, (tx) =>
      writeHouseholdPaper(tx, id, household, language, own),
    );
    return fileOf(paper, household, query, language);
  }
}

function fileOf(paper: StatementPaper, of: string, { format = 'pdf' }: PaperQuery, language: Language): StreamableFile {
  const title = PAPER_WORDS[language].file({ season: paper.season, of });
  const file = { title, on: format, language, settledAt: paper.calculatedAt };
  return pdfFile(printed([statementSheet(paper, language)], file), title);
}
