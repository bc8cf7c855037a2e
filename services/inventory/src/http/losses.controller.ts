import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { losses } from '../facts/loss.js';
import { KeepLosses } from '../use-cases/keep-losses/keep-losses.use-case.js';

/** Produce that the store lost: written once, taken back with a reason, never changed. */
@ApiTags('losses')
@Controller('losses')
export class LossesController extends factController(
  losses,
  KeepLosses,
  {
    record: ['manager'],
    reverse: ['manager', 'treasurer'],
    list: ['manager', 'treasurer', 'president', 'integrator'],
  },
  { refuses: ['unknown-unit', 'quantity-not-whole', 'more-than-there-is'] },
) {}
