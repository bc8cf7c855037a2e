import { Controller, Get, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import { onlyOwn, type Principal } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { languageAskedBy } from '@ayni/http/door/language';
import { Prints } from '@ayni/http/operations';
import type { Request } from 'express';
import { WriteCertificate } from '../use-cases/write-certificate/write-certificate.query.js';
import { certificateSheet } from './papers/certificate-sheet.js';
import { CERTIFICATE_WORDS } from './papers/certificate-words.js';
import { pdfFile, printed } from './papers/paper-file.js';

/** Certificates as their holders keep them. */
@ApiTags('certificates')
@Controller('certificates/:code/papers')
export class CertificatePapersController {
  constructor(
    private readonly database: Database,
    private readonly writeCertificate: WriteCertificate,
  ) {}

  /** A member is handed her own. */
  @Get('certificate')
  @Roles('member', 'manager', 'treasurer', 'president')
  @Prints('certificate-papers.print')
  async print(
    @CodeInPath('code', 'certificate') code: string,
    @CurrentPrincipal() principal: Principal,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const language = languageAskedBy(request);
    const own = onlyOwn(principal);
    const paper = await this.database.read(principal.coop, (tx) => this.writeCertificate.run(tx, code, own));
    const title = CERTIFICATE_WORDS[language].file(paper.code);
    const settledAt = `${paper.boughtOn}T00:00:00.000Z`;
    return pdfFile(printed([certificateSheet(paper, language)], { title, on: 'pdf', language, settledAt }), title);
  }
}
