import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { bankLines } from '../facts/bank-line.js';
import { KeepBankLines } from '../use-cases/keep-bank-lines/keep-bank-lines.use-case.js';

/** Lines of statements of the bank and of QR. */
@ApiTags('bank-lines')
@Controller('bank-lines')
export class BankLinesController extends factController(bankLines, KeepBankLines, {
  record: ['treasurer'],
  reverse: ['treasurer'],
  list: ['treasurer', 'president'],
}) {}
