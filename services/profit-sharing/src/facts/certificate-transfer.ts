import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, TextField, WholeField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { COUNT_MAX } from './certificate.js';

/**
 * Certificates that one member passed to another. As on paper, those she held under the code are at an end; what the other
 * holds from that day on is entered anew under the transfer's code, and what she keeps under a code of its own.
 */
export class CertificateTransfer {
  @CodeField() code!: string;
  @DayField({ description: 'the first day on which the other holds them' }) transferredOn!: Day;
  @CodeField({ of: 'certificate', description: 'the code under which she held them' }) certificate!: string;
  @CodeField({ of: 'member', description: 'the number of who gave them' }) giver!: string;
  @CodeField({ of: 'member', description: 'the number of who holds them from then on' }) taker!: string;
  @WholeField(1, COUNT_MAX, { description: 'how many certificates' }) count!: number;
  @CodeField({
    optional: true,
    description: 'the code under which she keeps the others, where she does not give all',
  })
  rest!: string | null;
  @CodeField({ of: 'certificate-type', nullable: true, description: 'of which type they are' }) type!: string | null;
  @AmountField({ description: 'what was transferred is worth' }) amount!: Centavos;
  @TextField(200, { min: 0, description: 'the paper that says so' }) document!: string;
}

/** A transfer as the treasurer enters it. */
export class SentCertificateTransfer extends sentClass(CertificateTransfer, ['giver', 'type', 'amount'], {
  document: '',
}) {}

export const certificateTransfers = declareFact({
  kind: 'certificate-transfer',
  table: 'certificate_transfers',
  row: CertificateTransfer,
  sent: SentCertificateTransfer,
  dated: 'transferredOn',
  sums: { centavos: 'amount' },
  filters: ['giver', 'taker', 'certificate'],
});
