import { Refusal } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';

const readTransfer = statement(
  'transfer that entered certificates',
  `SELECT f.code FROM certificate_transfers f WHERE f.coop_id = current_setting('app.coop')::uuid
     AND (f.code = $1 OR f.rest = $1) AND ${standing('certificate-transfer', 'f')}`,
);

/**
 * Certificates that a transfer entered are taken back with it: they are somebody else's again.
 * @throws Refusal `certificate-of-transfer`
 */
export async function refuseTransferred(tx: Transaction, code: string): Promise<void> {
  const [transfer] = await tx.query<{ readonly code: string }>(readTransfer, [code]);
  if (transfer) throw new Refusal('certificate-of-transfer', '', { certificate: code, transfer: transfer.code });
}
