import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { harvests } from '../facts/harvest.js';
import { KeepHarvests } from '../use-cases/keep-harvests/keep-harvests.use-case.js';

/** Harvests: written once, taken back with a reason, never changed. */
@ApiTags('harvests')
@Controller('harvests')
export class HarvestsController extends factController(
  harvests,
  KeepHarvests,
  {
    record: ['manager'],
    reverse: ['manager'],
    list: ['manager', 'treasurer', 'president', 'integrator'],
  },
  { refuses: ['unknown-unit', 'quantity-not-whole', 'more-than-harvested'] },
) {}
