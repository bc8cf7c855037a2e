import { Refusal } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';

const readPayment = statement(
  'payment that became certificates',
  `SELECT f.code FROM household_payments f WHERE f.coop_id = current_setting('app.coop')::uuid AND f.code = $1
     AND f.way = 'certificates' AND ${standing('household-payment', 'f')}`,
);

/**
 * Certificates that a household was paid with are taken back with that payment: it says what it is owed again.
 * @throws Refusal `certificate-of-payment`
 */
export async function refuseKeptShare(tx: Transaction, code: string): Promise<void> {
  const [payment] = await tx.query<{ readonly code: string }>(readPayment, [code]);
  if (payment) throw new Refusal('certificate-of-payment', '', { certificate: code, payment: payment.code });
}
