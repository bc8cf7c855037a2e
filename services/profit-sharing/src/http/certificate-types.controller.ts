import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { registeredController } from '@ayni/facts/registered/registered-controller';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { ListReader } from '@ayni/http/list-reader';
import { Sensitive } from '@ayni/http/trail/act';
import { certificateTypes, SentCertificateType } from '../registered/certificate-type.js';
import { CorrectCertificateTypes } from '../use-cases/correct-certificate-types/correct-certificate-types.use-case.js';
import { RegisterCertificateTypes } from '../use-cases/register-certificate-types/register-certificate-types.use-case.js';
import { OF_RESOLUTIONS } from './of-resolutions.js';

/** Types of certificates: what one is worth, how many somebody holds at least, and who may. */
@ApiTags('certificate-types')
@Controller('certificate-types')
export class CertificateTypesController extends registeredController(certificateTypes, CorrectCertificateTypes, {
  correct: ['treasurer'],
  list: ['member', 'manager', 'treasurer', 'president'],
  changes: ['manager', 'treasurer', 'president'],
  sensitive: true,
  refuses: OF_RESOLUTIONS,
}) {
  private readonly loads: SingleLoads<SentCertificateType>;

  constructor(
    desk: CommandDesk,
    database: Database,
    reader: ListReader,
    correctTypes: CorrectCertificateTypes,
    registerTypes: RegisterCertificateTypes,
  ) {
    super(desk, database, reader, correctTypes);
    this.loads = new SingleLoads(desk, { at: 'code' }, (tx, rows, by) => registerTypes.run(tx, rows, by.user));
  }

  @Post()
  @Roles('treasurer')
  @Sensitive()
  @BringsRows('certificate-types.register', SentCertificateType)
  register(@Rows(SentCertificateType) load: Load<SentCertificateType>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }
}
