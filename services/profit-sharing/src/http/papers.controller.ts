import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { nameKey, Refusal, type Language } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { onlyOwn, type Principal } from '@ayni/http/auth/principal';
import { CodeInPath, IdInPath } from '@ayni/http/code-in-path';
import { languageAskedBy } from '@ayni/http/door/language';
import { OneOfField, TextField } from '@ayni/http/fields';
import { Prints, Refuses } from '@ayni/http/operations';
import { MEDIA } from '@ayni/http/tables/table-query';
import { Downloads } from '@ayni/http/tables/downloads';
import type { Sheet } from '@ayni/paper/sheet';
import type { Request } from 'express';
import type { Pack } from '../domain/papers/pack.js';
import type { StatementPaper } from '../domain/papers/statement-paper.js';
import { CompareRun } from '../use-cases/compare-run/compare-run.query.js';
import {
  readPaperHead,
  writeHouseholdPaper,
  writeHouseholdPapers,
  writeMemberPaper,
  writePack,
} from '../use-cases/write-papers/write-papers.query.js';
import { assemblyWorkbook } from './papers/assembly-workbook.js';
import { assemblySheets } from './papers/assembly-sheet.js';
import { checkAddress } from './papers/check-address.js';
import { pdfFile, printed, textFile, workbookFile, PRINTED, type Printed } from './papers/paper-file.js';
import { PACK_WORDS } from './papers/pack-words.js';
import { PAPER_WORDS } from './papers/paper-words.js';
import { signatureSheet } from './papers/signature-sheet.js';
import { statementSheet } from './papers/statement-sheet.js';
import { statementText } from './papers/statement-text.js';

class PrintedQuery {
  @OneOfField(PRINTED, { optional: true, description: '`pdf` for A4, `roll` for paper of 80 mm' })
  format?: Printed;
}

class PackQuery {
  @OneOfField(['pdf', 'xlsx'], { optional: true, description: '`pdf` for A4, `xlsx` for a workbook' })
  format?: 'pdf' | 'xlsx';

  @TextField(200, {
    optional: true,
    description: "shipped rule sets or the co-op's own to show beside it, parted by commas; six at most",
  })
  ruleSets?: string;
}

class PaperQuery {
  @OneOfField([...PRINTED, 'text'], {
    optional: true,
    description: '`pdf` for A4, `roll` for paper of 80 mm, `text` for a message',
  })
  format?: Printed | 'text';
}

/** The papers of a run, to be printed and handed out. */
@ApiTags('runs')
@Controller('runs/:id/papers')
export class PapersController {
  constructor(
    private readonly database: Database,
    private readonly downloads: Downloads,
    private readonly compareRun: CompareRun,
  ) {}

  /** Those of all households, one after the other; each begins a page. */
  @Get('households')
  @Roles('manager', 'treasurer', 'president')
  @Prints('household-papers.print')
  async ofHouseholds(
    @IdInPath('id', 'run') id: string,
    @Query() { format = 'pdf' }: PrintedQuery,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const language = languageAskedBy(request);
    const { season, calculatedAt, coopCode } = await this.database.read(principal.coop, (tx) => readPaperHead(tx, id));
    const title = PAPER_WORDS[language].file({ season, of: '' });
    const address = checkAddress(request, coopCode);
    const batches = this.database.snapshot(principal.coop, 2 * this.downloads.times.idle, (tx) =>
      writeHouseholdPapers(tx, id, language),
    );
    const stream = await this.downloads.begin(batches, (parts) =>
      printed(
        sheetsOf(parts, (paper) => statementSheet(paper, language, address)),
        {
          ...{ title, on: format, language, settledAt: calculatedAt },
        },
      ),
    );
    return pdfFile(stream, title);
  }

  /** What each family signs when it is paid, with the notes and coins that are needed. */
  @Get('signatures')
  @Roles('manager', 'treasurer', 'president')
  @Prints('signature-sheets.print')
  async signatures(
    @IdInPath('id', 'run') id: string,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const language = languageAskedBy(request);
    const pack = await this.database.read(principal.coop, (tx) => writePack(tx, id, language));
    return packFile(PACK_WORDS[language].signatures(pack.season), pack, [signatureSheet(pack, language)], language);
  }

  /** What the assembly has before it: figures, the text that it votes on, what other rules would have given, families. */
  @Get('assembly')
  @Roles('manager', 'treasurer', 'president')
  @Prints('assembly-packs.print', MEDIA.xlsx)
  @Refuses('unknown-reference')
  async assembly(
    @IdInPath('id', 'run') id: string,
    @Query() { format = 'pdf', ruleSets }: PackQuery,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const language = languageAskedBy(request);
    const { pack, others } = await this.database.read(principal.coop, async (tx) => {
      const pack = await writePack(tx, id, language);
      const households = pack.households.map(({ household }) => household);
      return { pack, others: await this.compareRun.run(tx, id, households, language, ruleSets) };
    });
    const title = PACK_WORDS[language].assembly(pack.season);
    if (format === 'xlsx') return workbookFile(await assemblyWorkbook(pack, others, language), title);
    return packFile(title, pack, assemblySheets(pack, others, language), language);
  }

  /** A member is handed her own, once the run was put to the assembly. */
  @Get('members/:number')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Prints('member-papers.show', 'text/plain')
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
    return fileOf(paper, member, query, request);
  }

  /** A member is handed that of her own household, once the run was put to the assembly. */
  @Get('households/:code')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Prints('household-papers.show', 'text/plain')
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
    return fileOf(paper, household, query, request);
  }
}

function fileOf(paper: StatementPaper, of: string, { format = 'pdf' }: PaperQuery, request: Request): StreamableFile {
  const language = languageAskedBy(request);
  const address = checkAddress(request, paper.coopCode);
  if (format === 'text') return textFile(statementText(paper, language, address));
  const title = PAPER_WORDS[language].file({ season: paper.season, of });
  const sheet = statementSheet(paper, language, address);
  return pdfFile(printed([sheet], { title, on: format, language, settledAt: paper.calculatedAt }), title);
}

async function* sheetsOf(
  batches: AsyncIterable<readonly StatementPaper[]>,
  sheet: (paper: StatementPaper) => Sheet,
): AsyncGenerator<Sheet> {
  for await (const papers of batches) yield* papers.map(sheet);
}

const packFile = (
  title: string,
  { calculatedAt }: Pack,
  sheets: readonly Sheet[],
  language: Language,
): StreamableFile => pdfFile(printed(sheets, { title, on: 'pdf', language, settledAt: calculatedAt }), title);
