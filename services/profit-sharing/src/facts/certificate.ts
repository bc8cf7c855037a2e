import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, WholeField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { paidInOf } from './debt-sums.js';

/** How many certificates one document has at most. */
export const COUNT_MAX = 1_000_000;

/** Certificates of contribution that a member bought at once: her part of the co-op's capital, and no revenue. */
export class Certificate {
  @CodeField() code!: string;
  @DayField() boughtOn!: Day;
  @CodeField({ of: 'member', description: "the member's number" }) member!: string;
  @WholeField(1, COUNT_MAX, { description: 'how many certificates' }) count!: number;
  @AmountField({ description: 'what one of them is worth' }) valueEach!: Centavos;
  @CodeField({
    of: 'certificate-type',
    optional: true,
    description: 'the type, which says what one is worth, how many are held at least and who may',
  })
  type!: string | null;
  @AmountField({
    optional: true,
    description: 'what was paid of them on that day, where it was not all; the rest is a debt under the same code',
  })
  paidAtOnce!: Centavos | null;
  @AmountField({ description: 'what all of them are worth' }) amount!: Centavos;
  @AmountField({ description: 'what has been paid in of them' }) paid!: Centavos;
  @DayField({ nullable: true, description: 'the last day on which she held them; null while she does' })
  withdrawnOn!: Day | null;
  @CodeField({ nullable: true, description: 'the transfer by which they went to another' })
  transfer!: string | null;
}

/** Certificates as the treasurer enters them. */
export class SentCertificate extends sentClass(Certificate, ['amount', 'paid', 'withdrawnOn', 'transfer']) {}

export const certificates = declareFact({
  kind: 'certificate',
  table: 'certificates',
  row: Certificate,
  sent: SentCertificate,
  dated: 'boughtOn',
  join: `LEFT JOIN LATERAL (
    SELECT w.day, w.transfer FROM certificate_ends w
    WHERE w.coop_id = f.coop_id AND w.certificate = f.code LIMIT 1) w ON true`,
  computed: { paid: paidInOf('f'), withdrawnOn: 'w.day', transfer: 'w.transfer' },
  sums: { centavos: 'amount' },
  filters: ['member', 'type'],
});
