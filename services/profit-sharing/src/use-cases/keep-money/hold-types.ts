import type { Transaction } from '@ayni/database/transaction';
import { CertificatesOfTypes } from '../../domain/debts/certificates-of-types.js';
import type { CertificateTypesPort } from '../../domain/debts/certificate-types.port.js';

/** What is held of types of certificates, which nobody else enters or takes back until the transaction ends. */
export async function holdTypes(
  tx: Transaction,
  port: CertificateTypesPort,
  types: readonly string[],
  places: number,
): Promise<CertificatesOfTypes> {
  return new CertificatesOfTypes(await port.hold(tx, types), await port.heldOf(tx, types), places);
}
