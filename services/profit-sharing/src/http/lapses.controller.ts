import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { lapses } from '../facts/lapse.js';
import { KeepLapses } from '../use-cases/keep-lapses/keep-lapses.use-case.js';

/** What households did not claim in time, posted to a fund; taken back where somebody comes after all. */
@ApiTags('payouts')
@Controller('lapses')
export class LapsesController extends factController(
  lapses,
  KeepLapses,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president'] },
  { refuses: ['no-lapse-rule', 'not-lapsed', 'resolution-not-carried'] },
) {}
