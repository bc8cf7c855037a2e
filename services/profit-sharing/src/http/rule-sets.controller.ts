import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { Shows } from '@ayni/http/operations';
import { listRuleSets, ShippedRuleSetsAnswer } from '../use-cases/list-rule-sets/list-rule-sets.query.js';

/** Rules of sharing as laws have them, for a co-op to start from. */
@ApiTags('rule-sets')
@Controller('rule-sets')
export class RuleSetsController {
  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Shows('rule-sets.show', ShippedRuleSetsAnswer)
  all(): ShippedRuleSetsAnswer {
    return listRuleSets();
  }
}
