import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { fundUses } from '../facts/fund-use.js';
import { KeepFundUses } from '../use-cases/keep-fund-uses/keep-fund-uses.use-case.js';

/** What was spent out of funds; everybody in the co-op sees it. */
@ApiTags('fund-uses')
@Controller('fund-uses')
export class FundUsesController extends factController(
  fundUses,
  KeepFundUses,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager', 'member', 'integrator'],
  },
  {
    refuses: [
      'fund-exhausted',
      'resolution-exhausted',
      'resolution-covers-other',
      'resolution-not-carried',
      'before-resolution',
    ],
  },
) {}
