import { lockEach } from '@ayni/database/lock-each';
import type { Transaction } from '@ayni/database/transaction';
import type { Standing } from '@ayni/facts/declaration';
import { Refusal } from '@ayni/kernel';
import { certificates, type Certificate } from '../../facts/certificate.js';

/** Certificates by the codes under which they were bought, held until the transaction ends. */
export async function holdCertificates(
  tx: Transaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Standing<Certificate>>> {
  await lockEach(tx, 'certificate', codes);
  return certificates.load(tx, codes);
}

/** @throws Refusal `certificate-withdrawn`, `certificate-transferred` where nobody holds certificates under the code any more */
export function refuseEnded({ code, withdrawnOn, transfer }: Certificate, pointer: string): void {
  if (transfer !== null) throw new Refusal('certificate-transferred', pointer, { certificate: code, transfer });
  if (withdrawnOn !== null)
    throw new Refusal('certificate-withdrawn', pointer, { certificate: code, day: withdrawnOn });
}
