import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { narrowedToOwn } from '@ayni/http/listing';
import { repayments } from '../facts/repayment.js';
import { KeepRepayments } from '../use-cases/keep-repayments/keep-repayments.use-case.js';

/** What members brought back of their debts; a member sees her own. */
@ApiTags('repayments')
@Controller('repayments')
export class RepaymentsController extends factController(
  repayments,
  KeepRepayments,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager', 'member'],
  },
  { narrowed: narrowedToOwn, refuses: ['debt-overpaid'] },
) {}
