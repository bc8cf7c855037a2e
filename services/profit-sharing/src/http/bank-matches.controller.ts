import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { bankMatches } from '../facts/bank-match.js';
import { KeepBankMatches } from '../use-cases/keep-bank-matches/keep-bank-matches.use-case.js';

/** Which documents a line of a statement is of, where people had to say so. */
@ApiTags('bank-lines')
@Controller('bank-matches')
export class BankMatchesController extends factController(
  bankMatches,
  KeepBankMatches,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president'] },
  { refuses: ['matched-already', 'match-differs'] },
) {}
