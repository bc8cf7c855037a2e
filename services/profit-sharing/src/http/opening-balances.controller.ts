import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { openingBalances } from '../facts/opening-balance.js';
import { KeepOpeningBalances } from '../use-cases/keep-opening-balances/keep-opening-balances.use-case.js';

/** What the books begin with. */
@ApiTags('opening-balances')
@Controller('opening-balances')
export class OpeningBalancesController extends factController(
  openingBalances,
  KeepOpeningBalances,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president'] },
  { refuses: ['opened-twice'] },
) {}
