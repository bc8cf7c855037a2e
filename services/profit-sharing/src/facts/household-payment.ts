import { householdPaid, householdPaymentReversed } from '@ayni/contracts';
import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, CountField, DayField, OneOfField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { PAYMENT_WAYS, type PaymentWay } from '../domain/payouts/payout.js';

/** What a household was handed of what it is owed, in a payout that two people confirmed. */
export class HouseholdPayment {
  @CodeField() code!: string;
  @DayField({ description: 'on or after the day on which the payout was confirmed' }) paidOn!: Day;
  @CodeField({ of: 'payout' }) payout!: string;
  @CodeField({ of: 'household' }) household!: string;
  @OneOfField(PAYMENT_WAYS) way!: PaymentWay;
  @AmountField() amount!: Centavos;
  @CountField({ description: 'from 1, with those that were given back' }) attempt!: number;
}

/** A payment as the treasurer ticks it off; how much it is and how it is paid stands in the payout. */
export class SentHouseholdPayment extends sentClass(HouseholdPayment, ['way', 'amount', 'attempt']) {}

export const householdPayments = declareFact({
  kind: 'household-payment',
  table: 'household_payments',
  row: HouseholdPayment,
  sent: SentHouseholdPayment,
  dated: 'paidOn',
  sums: { centavos: 'amount' },
  filters: ['payout', 'household'],
  events: {
    recorded: householdPaid,
    reversed: householdPaymentReversed,
    tells: ({ code, payout, day, way, amount }, { currency }) => ({ code, payout, day, way, amount, currency }),
  },
});
