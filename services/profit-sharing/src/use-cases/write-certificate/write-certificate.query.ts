import { formatAmount, found, Refusal } from '@ayni/kernel';
import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { paidInOf } from '../../facts/debt-sums.js';
import type { CertificatePaper } from '../../domain/papers/certificate-paper.js';

type Row = Omit<CertificatePaper, 'coop' | 'currency' | 'valueEach' | 'amount' | 'paid' | 'owed'> & {
  readonly valueEach: bigint;
  readonly amount: bigint;
  readonly paid: bigint;
};

const read = statement(
  'certificate of a paper',
  `SELECT f.code, f.member, m.name, f.day AS "boughtOn", f.count, f.value_each AS "valueEach", f.amount,
     ${paidInOf('f')} AS paid, w.day AS "withdrawnOn", w.transfer, g.received_by AS "receivedBy",
     f.entry AS place
   FROM certificates f
     LEFT JOIN members m ON m.coop_id = f.coop_id AND m.number = f.member
     LEFT JOIN certificate_ends w ON w.coop_id = f.coop_id AND w.certificate = f.code
     LEFT JOIN certificate_withdrawals g
       ON g.coop_id = f.coop_id AND g.certificate = f.code AND ${standing('certificate-withdrawal', 'g')}
   WHERE f.coop_id = current_setting('app.coop')::uuid AND f.code = $1 AND ${standing('certificate', 'f')}`,
);

/** Writes what a member is handed for the certificates that she bought. */
export class WriteCertificate {
  constructor(private readonly coops: CoopDirectory) {}

  /**
   * @param own the member who asks, where she may see her own alone
   * @throws Refusal `not-found` also of what was taken back, `not-yours`
   */
  async run(tx: Transaction, asked: string, own: string | null): Promise<CertificatePaper> {
    const [row] = await tx.query<Row>(read, [await spelledOne(tx, NAMES.certificate, asked)]);
    if (own !== null && row?.member !== own) throw new Refusal('not-yours');
    const certificate = found(row, 'certificate', asked);
    const { name: coop, currency, places } = await this.coops.get(tx);
    const { valueEach, amount, paid } = certificate;
    const owed = amount === paid ? null : formatAmount(amount - paid, places);
    return {
      ...{ ...certificate, coop, currency },
      ...{ valueEach: formatAmount(valueEach, places), amount: formatAmount(amount, places) },
      ...{ paid: formatAmount(paid, places), owed },
    };
  }
}
