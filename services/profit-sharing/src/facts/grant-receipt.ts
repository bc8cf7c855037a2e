import { grantReceiptRecorded, grantReceiptReversed } from '@ayni/contracts';
import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** Money of a grant that arrived. */
export class GrantReceipt {
  @CodeField() code!: string;
  @CodeField({ of: 'grant' }) grant!: string;
  @DayField() receivedOn!: Day;
  @AmountField() amount!: Centavos;
}

/** A receipt as the treasurer enters it. */
export class SentGrantReceipt extends sentClass(GrantReceipt, []) {}

export const grantReceipts = declareFact({
  kind: 'grant-receipt',
  table: 'grant_receipts',
  row: GrantReceipt,
  sent: SentGrantReceipt,
  dated: 'receivedOn',
  sums: { centavos: 'amount' },
  filters: ['grant'],
  events: {
    recorded: grantReceiptRecorded,
    reversed: grantReceiptReversed,
    tells: (moved, { currency }) => ({ ...moved, currency }),
  },
});
