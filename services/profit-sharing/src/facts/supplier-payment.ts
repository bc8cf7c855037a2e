import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, OneOfField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { TILLS, type Till } from '../domain/ledger/till.js';

/** What was paid of an expense that was to be paid later; the expense was a cost on its own day. */
export class SupplierPayment {
  @CodeField() code!: string;
  @DayField() paidOn!: Day;
  @CodeField({ of: 'expense', description: 'the code of the expense' }) expense!: string;
  @OneOfField(TILLS) paidFrom!: Till;
  @AmountField() amount!: Centavos;
  @TextField(500, { min: 0 }) note!: string;
}

/** A payment as the treasurer enters it. */
export class SentSupplierPayment extends sentClass(SupplierPayment, [], { note: '' }) {}

export const supplierPayments = declareFact({
  kind: 'supplier-payment',
  table: 'supplier_payments',
  row: SupplierPayment,
  sent: SentSupplierPayment,
  dated: 'paidOn',
  sums: { centavos: 'amount' },
  filters: ['expense'],
});
