import { fieldOf, formatAmount, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { CorrectRegistered } from '@ayni/facts/registered/correct-registered';
import type { Registered } from '@ayni/facts/registered/declaration';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { certificateTypes, type CertificateType } from '../../registered/certificate-type.js';
import type { UseResolution } from '../use-resolution/use-resolution.js';

/** Corrects types of certificates; what one is worth changes from a day on, under a resolution that covers it. */
export class CorrectCertificateTypes extends CorrectRegistered<CertificateType> {
  constructor(
    private readonly directory: CoopDirectory,
    private readonly useResolution: UseResolution,
  ) {
    super(certificateTypes, directory);
  }

  override async run(
    tx: Transaction,
    written: string,
    version: number,
    asked: object,
    by: string,
  ): Promise<{ code: string; version: number }> {
    const value = fieldOf(asked, 'value');
    const { places } = await this.directory.get(tx);
    const inPlaces =
      typeof value === 'string' ? { value: formatAmount(parseAmountInBooks(value, places, '/value'), places) } : {};
    return super.run(tx, written, version, { ...asked, ...inPlaces }, by);
  }

  /** @throws Refusal `bad-field`, `wrong-order`, and what {@link UseResolution} refuses */
  protected override async admit(
    tx: Transaction,
    code: string,
    after: Registered<CertificateType>,
    before: Registered<CertificateType>,
  ): Promise<void> {
    const { value, resolution, valueFrom } = after;
    if (value === before.value) {
      for (const field of ['resolution', 'valueFrom'] as const)
        if (after[field] !== before[field])
          throw new Refusal('bad-field', `/${field}`, { field, detail: 'with-value' });
      return;
    }
    if (resolution === null || resolution === before.resolution)
      throw new Refusal('bad-field', '/resolution', { field: 'resolution', detail: 'missing' });
    if (valueFrom === null) throw new Refusal('bad-field', '/valueFrom', { field: 'valueFrom', detail: 'missing' });
    if (before.valueFrom !== null && valueFrom <= before.valueFrom)
      throw new Refusal('wrong-order', '/valueFrom', { detail: 'before-value' });
    await this.useResolution.run(tx, resolution, { kind: 'certificate-value', certificateType: code, amount: value });
  }
}
