import type { Day } from '@ayni/kernel';
import type { PaymentWay } from './payouts/payout.js';

/** What a household was handed of a run. */
export type PaidPart = { readonly paidOn: Day; readonly way: PaymentWay; readonly amount: string };

/** What a household was handed of an approved run, in the order of days, and what it is owed still. */
export type HouseholdPayments = { readonly owed: string; readonly payments: readonly PaidPart[] };
