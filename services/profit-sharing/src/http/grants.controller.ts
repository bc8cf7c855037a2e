import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { grants } from '../facts/grant.js';
import { KeepGrants } from '../use-cases/keep-grants/keep-grants.use-case.js';

/** What others gave; it never meets a season's result. */
@ApiTags('grants')
@Controller('grants')
export class GrantsController extends factController(
  grants,
  KeepGrants,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager', 'integrator'],
  },
  { refuses: ['grant-in-use'] },
) {}
