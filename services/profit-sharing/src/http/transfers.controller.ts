import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { transfers } from '../facts/transfer.js';
import { KeepTransfers } from '../use-cases/keep-transfers/keep-transfers.use-case.js';

/** Own money between cash and bank. */
@ApiTags('transfers')
@Controller('transfers')
export class TransfersController extends factController(transfers, KeepTransfers, {
  record: ['treasurer'],
  reverse: ['treasurer'],
  list: ['treasurer', 'president'],
}) {}
