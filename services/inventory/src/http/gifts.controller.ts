import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { gifts } from '../facts/gift.js';
import { KeepGifts } from '../use-cases/keep-gifts/keep-gifts.use-case.js';

/** Produce that the co-op gave away: written once, taken back with a reason, never changed. */
@ApiTags('gifts')
@Controller('gifts')
export class GiftsController extends factController(
  gifts,
  KeepGifts,
  {
    record: ['manager'],
    reverse: ['manager', 'treasurer'],
    list: ['manager', 'treasurer', 'president', 'integrator'],
  },
  { refuses: ['unknown-unit', 'quantity-not-whole'] },
) {}
