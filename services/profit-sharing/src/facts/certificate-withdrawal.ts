import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** Certificates given up for what was paid for them. */
export class CertificateWithdrawal {
  @CodeField() code!: string;
  @DayField({ description: 'the last day on which she held them' }) withdrawnOn!: Day;
  @CodeField({ of: 'certificate', description: 'the code under which they were bought' }) certificate!: string;
  @CodeField({ of: 'member', description: "the member's number" }) member!: string;
  @AmountField({ description: 'what was paid back: all that had been paid in' }) amount!: Centavos;
  @AmountField({ description: 'what was never paid in, and is not asked for any more' }) unpaid!: Centavos;
  @TextField(200, {
    optional: true,
    description: 'who received it where it was not she herself, such as her heir, with the number of a document',
  })
  receivedBy!: string | null;
}

/** Certificates given up, as the treasurer enters it: all that were bought under one code. */
export class SentCertificateWithdrawal extends sentClass(CertificateWithdrawal, ['member', 'amount', 'unpaid']) {}

export const certificateWithdrawals = declareFact({
  kind: 'certificate-withdrawal',
  table: 'certificate_withdrawals',
  row: CertificateWithdrawal,
  sent: SentCertificateWithdrawal,
  dated: 'withdrawnOn',
  sums: { centavos: 'amount' },
  filters: ['member', 'certificate'],
});
