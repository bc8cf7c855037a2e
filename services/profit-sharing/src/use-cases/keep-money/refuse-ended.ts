import { Refusal } from '@ayni/kernel';
import type { Certificate } from '../../facts/certificate.js';

/** @throws Refusal `certificate-withdrawn`, `certificate-transferred` where nobody holds certificates under the code any more */
export function refuseEnded({ code, withdrawnOn, transfer }: Certificate, pointer: string): void {
  if (transfer !== null) throw new Refusal('certificate-transferred', pointer, { certificate: code, transfer });
  if (withdrawnOn !== null)
    throw new Refusal('certificate-withdrawn', pointer, { certificate: code, day: withdrawnOn });
}
