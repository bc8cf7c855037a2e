import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { grantReceipts } from '../facts/grant-receipt.js';
import { KeepGrantReceipts } from '../use-cases/keep-grant-receipts/keep-grant-receipts.use-case.js';

/** What arrived of grants; a single receipt can be taken back. */
@ApiTags('grant-receipts')
@Controller('grant-receipts')
export class GrantReceiptsController extends factController(
  grantReceipts,
  KeepGrantReceipts,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager', 'integrator'],
  },
  { refuses: ['grant-overpaid', 'grant-exhausted', 'receipt-refunded'] },
) {}
