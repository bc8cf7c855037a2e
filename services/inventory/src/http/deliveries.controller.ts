import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { narrowedToOwn } from '@ayni/http/listing';
import { deliveries } from '../facts/delivery.js';
import { KeepDeliveries } from '../use-cases/keep-deliveries/keep-deliveries.use-case.js';

/** Members' own produce, taken in at a first price: written once, taken back with a reason, never changed. */
@ApiTags('deliveries')
@Controller('deliveries')
export class DeliveriesController extends factController(
  deliveries,
  KeepDeliveries,
  {
    record: ['manager'],
    reverse: ['manager', 'treasurer'],
    list: ['member', 'manager', 'treasurer', 'president'],
  },
  { narrowed: narrowedToOwn, refuses: ['unknown-unit', 'quantity-not-whole', 'not-a-member-then'] },
) {}
