import type { Day } from '@ayni/kernel';
import { declareRegistered } from '@ayni/facts/registered/registered-store';
import { sentClass } from '@ayni/facts/sent-class';
import { AmountField, CodeField, DayField, OneOfField, TextField, WholeField } from '@ayni/http/fields';
import { HOLDERS, type Holders } from '../domain/debts/certificate-holders.js';

const COUNT_MAX = 1_000_000;

/** A type of certificates of contribution. */
export class CertificateType {
  @CodeField() code!: string;
  @TextField(120) name!: string;
  @AmountField({ description: 'what one certificate is worth' }) value!: string;
  @WholeField(1, COUNT_MAX, { description: 'how many somebody holds at least who holds any' }) minimum!: number;
  @OneOfField(HOLDERS, {
    description:
      'who may hold them: `members`; `households`, one member of each; `anybody` of the register, also before she is a member',
  })
  holders!: Holders;
  @CodeField({
    of: 'resolution',
    nullable: true,
    description: 'the resolution under which the value was changed last; null while it is the first',
  })
  resolution!: string | null;
  @DayField({
    nullable: true,
    description: 'the first day on which the changed value holds; null while it is the first',
  })
  valueFrom!: Day | null;
}

/** A type of certificates as it is registered, with its first value. */
export class SentCertificateType extends sentClass(CertificateType, ['resolution', 'valueFrom'], {
  minimum: 1,
  holders: 'members',
}) {}

export const certificateTypes = declareRegistered({
  kind: 'certificate-type',
  table: 'certificate_types',
  row: CertificateType,
  correctable: ['name', 'value', 'minimum', 'holders', 'resolution', 'valueFrom'],
});
