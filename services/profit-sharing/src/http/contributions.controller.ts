import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { narrowedToOwn } from '@ayni/http/listing';
import { contributions } from '../facts/contribution.js';
import { KeepContributions } from '../use-cases/keep-contributions/keep-contributions.use-case.js';

/** Produce and work that members brought for their certificates; a member sees her own. */
@ApiTags('contributions')
@Controller('contributions')
export class ContributionsController extends factController(
  contributions,
  KeepContributions,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager', 'member'],
  },
  { narrowed: narrowedToOwn, refuses: ['debt-overpaid', 'resolution-covers-other', 'resolution-not-carried'] },
) {}
