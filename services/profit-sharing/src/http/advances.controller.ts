import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { narrowedToOwn } from '@ayni/http/listing';
import { advances } from '../facts/advance.js';
import { KeepAdvances } from '../use-cases/keep-advances/keep-advances.use-case.js';

/** What members got before the shares were worked out; a member sees her own. */
@ApiTags('advances')
@Controller('advances')
export class AdvancesController extends factController(
  advances,
  KeepAdvances,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president', 'manager', 'member'] },
  { narrowed: narrowedToOwn, refuses: ['not-a-member-then', 'debt-in-use'] },
) {}
