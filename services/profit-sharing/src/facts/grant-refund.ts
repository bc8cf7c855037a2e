import { grantRefundRecorded, grantRefundReversed } from '@ayni/contracts';
import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** Money of a grant that was given back to its funder, unspent. */
export class GrantRefund {
  @CodeField() code!: string;
  @CodeField({ of: 'grant' }) grant!: string;
  @DayField() refundedOn!: Day;
  @AmountField() amount!: Centavos;
}

/** A refund as the treasurer enters it. */
export class SentGrantRefund extends sentClass(GrantRefund, []) {}

export const grantRefunds = declareFact({
  kind: 'grant-refund',
  table: 'grant_refunds',
  row: GrantRefund,
  sent: SentGrantRefund,
  dated: 'refundedOn',
  sums: { centavos: 'amount' },
  filters: ['grant'],
  events: {
    recorded: grantRefundRecorded,
    reversed: grantRefundReversed,
    tells: (moved, { currency }) => ({ ...moved, currency }),
  },
});
