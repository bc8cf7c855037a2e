import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { householdPayments } from '../facts/household-payment.js';
import { KeepHouseholdPayments } from '../use-cases/keep-household-payments/keep-household-payments.use-case.js';

/** What households were handed: ticked off when they sign for it, given back where it could not be paid. */
@ApiTags('household-payments')
@Controller('household-payments')
export class HouseholdPaymentsController extends factController(
  householdPayments,
  KeepHouseholdPayments,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president'] },
  {
    refuses: [
      ...([
        'wrong-state',
        'wrong-order',
        'nothing-for-household',
        'household-paid',
        'household-overpaid',
        'payout-outdated',
      ] as const),
      'certificate-withdrawn',
      'certificate-transferred',
    ],
  },
) {}
