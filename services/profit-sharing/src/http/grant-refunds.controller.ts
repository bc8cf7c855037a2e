import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { grantRefunds } from '../facts/grant-refund.js';
import { KeepGrantRefunds } from '../use-cases/keep-grant-refunds/keep-grant-refunds.use-case.js';

/** What was given back to funders. */
@ApiTags('grant-refunds')
@Controller('grant-refunds')
export class GrantRefundsController extends factController(grantRefunds, KeepGrantRefunds, {
  record: ['treasurer'],
  reverse: ['treasurer'],
  list: ['treasurer', 'president', 'manager', 'integrator'],
}) {}
