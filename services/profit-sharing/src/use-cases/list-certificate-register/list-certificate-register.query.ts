import { AmountField, CodeField, DayField, ShownTextField, WholeField } from '@ayni/http/fields';
import { amountSql, Listing } from '@ayni/http/listing';
import { namedAs } from '@ayni/database/name-keys';
import type { Centavos, Day } from '@ayni/kernel';
import { paidInOf } from '../../facts/debt-sums.js';

/** An entry of the register of certificates: numbered as it was entered, and never struck out. */
export class RegisteredCertificateRow {
  @WholeField(1, 1_000_000_000, { description: 'its number, as the certificate has it' }) entry!: number;
  @CodeField() code!: string;
  @CodeField({ of: 'member', description: "the member's number" }) member!: string;
  @DayField() boughtOn!: Day;
  @WholeField(1, 1_000_000, { description: 'how many certificates' }) count!: number;
  @AmountField({ description: 'what all of them are worth' }) amount!: Centavos;
  @AmountField({ description: 'what has been paid in of them' }) paid!: Centavos;
  @DayField({ nullable: true, description: 'the last day on which she held them; null while she does' })
  withdrawnOn!: Day | null;
  @CodeField({ nullable: true, description: 'the transfer by which they went to another' })
  transfer!: string | null;
  @ShownTextField({ nullable: true, description: 'why it was taken back as a mistake; null where it stands' })
  reversal!: string | null;
}

/** Certificates in the order in which they were entered, with who holds them and since and until when. */
export const certificateRegister = new Listing({
  row: RegisteredCertificateRow,
  name: 'register of certificates',
  from: `certificates f
    LEFT JOIN reversals t ON t.coop_id = f.coop_id AND t.kind = 'certificate' AND t.code = f.code
    LEFT JOIN certificate_ends w ON w.coop_id = f.coop_id AND w.certificate = f.code`,
  alias: 'f',
  columns: {
    entry: 'f.entry',
    code: 'f.code',
    member: 'f.member',
    boughtOn: 'f.day',
    count: 'f.count',
    amount: amountSql('f.amount'),
    paid: amountSql(paidInOf('f')),
    withdrawnOn: 'w.day',
    transfer: 'w.transfer',
    reversal: 't.reason',
  },
  order: ['f.entry'],
  day: 'f.day',
  filters: { member: namedAs('f.member') },
});
