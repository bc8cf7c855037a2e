import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { cashCounts } from '../facts/cash-count.js';
import { KeepCashCounts } from '../use-cases/keep-cash-counts/keep-cash-counts.use-case.js';

/** Counts of the cash, by notes and coins. */
@ApiTags('cash-counts')
@Controller('cash-counts')
export class CashCountsController extends factController(
  cashCounts,
  KeepCashCounts,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president'] },
  { refuses: ['difference-unexplained'] },
) {}
