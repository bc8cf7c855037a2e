import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { narrowedToOwn } from '@ayni/http/listing';
import { fines } from '../facts/fine.js';
import { KeepFines } from '../use-cases/keep-fines/keep-fines.use-case.js';

/** What members owe by rules of the co-op; a member sees her own. */
@ApiTags('fines')
@Controller('fines')
export class FinesController extends factController(
  fines,
  KeepFines,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager', 'member'],
  },
  { narrowed: narrowedToOwn, refuses: ['not-a-member-then', 'debt-in-use'] },
) {}
