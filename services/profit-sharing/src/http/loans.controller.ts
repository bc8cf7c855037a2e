import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { narrowedToOwn } from '@ayni/http/listing';
import { loans } from '../facts/loan.js';
import { KeepLoans } from '../use-cases/keep-loans/keep-loans.use-case.js';

/** What members borrowed; a member sees her own. */
@ApiTags('loans')
@Controller('loans')
export class LoansController extends factController(
  loans,
  KeepLoans,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager', 'member'],
  },
  { narrowed: narrowedToOwn, refuses: ['not-a-member-then', 'debt-in-use'] },
) {}
