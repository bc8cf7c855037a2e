import { centavos, every, found, Refusal, type Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { CertificateTypesPort } from '../../domain/debts/certificate-types.port.js';
import type { DebtsPort } from '../../domain/debts/debts.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { withdrawalEntry } from '../../domain/ledger/postings.js';
import { certificates } from '../../facts/certificate.js';
import {
  certificateWithdrawals,
  type CertificateWithdrawal,
  type SentCertificateWithdrawal,
} from '../../facts/certificate-withdrawal.js';
import { refuseEnded } from '../keep-money/refuse-ended.js';
import { holdTypes } from '../keep-money/hold-types.js';
import { KeepMoney } from '../keep-money/keep-money.js';

const readPayments = statement(
  'last payments for certificates',
  `SELECT certificate, max(day) AS day FROM certificate_payments
   WHERE coop_id = current_setting('app.coop')::uuid AND certificate = ANY($1) GROUP BY certificate`,
);

/** Keeps certificates that are given up: each once, for what was paid in for it. */
export class KeepCertificateWithdrawals extends KeepMoney<CertificateWithdrawal, SentCertificateWithdrawal> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly types: CertificateTypesPort,
    private readonly debts: DebtsPort,
  ) {
    super(certificateWithdrawals, 'certificate-withdrawal', coops, ledger);
  }

  /** As an older release took it, which did not ask who received the money. */
  protected override digested({ receivedBy, ...sent }: SentCertificateWithdrawal): object {
    return typeof receivedBy === 'string' ? { ...sent, receivedBy } : sent;
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentCertificateWithdrawal>[],
  ): Promise<Admission<CertificateWithdrawal, SentCertificateWithdrawal>> {
    const codes = rows.map(({ sent }) => sent.certificate);
    // who pays for them meanwhile waits, and what is paid in is read after who paid before
    await this.debts.hold(tx, codes);
    const held = await certificates.hold(tx, codes);
    const payments = await tx.query<{ certificate: string; day: Day }>(readPayments, [
      [...held.values()].flatMap(({ code, paidAtOnce }) => (paidAtOnce === null ? [] : [code])),
    ]);
    const lastPaid = new Map(payments.map(({ certificate, day }) => [certificate, day]));
    const known = await this.recordedAmong(tx, rows);
    const gone = new Set<string>();
    return {
      make: ({ sent: { code, certificate, receivedBy = null }, at }, day) => {
        const bought = held.get(certificate);
        if (!bought || bought.reversal !== null)
          throw new Refusal('unknown-reference', `${at}/certificate`, { what: 'certificate', code: certificate });
        if (!known.has(code)) {
          every(
            () => refuseEnded(gone.has(bought.code) ? { ...bought, withdrawnOn: day } : bought, `${at}/certificate`),
            () => {
              if (day < bought.boughtOn)
                throw new Refusal('wrong-order', `${at}/withdrawnOn`, { detail: 'before-purchase' });
              if (day < (lastPaid.get(bought.code) ?? day))
                throw new Refusal('wrong-order', `${at}/withdrawnOn`, { detail: 'before-payment' });
            },
          );
          gone.add(bought.code);
        }
        const { member, amount, paid } = bought;
        const unpaid = centavos(amount - paid);
        return { code, withdrawnOn: day, certificate: bought.code, member, amount: paid, unpaid, receivedBy };
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((withdrawal) => withdrawalEntry({ ...withdrawal, day: withdrawal.withdrawnOn })),
        ),
    };
  }

  /** @throws Refusal `certificate-minimum`, `household-holds` where she may not hold now what she held before */
  protected override async takeBack(
    tx: Transaction,
    fact: Standing<CertificateWithdrawal>,
    reason: string,
    by: string,
  ): Promise<void> {
    const { type, member, count } = found(
      (await certificates.hold(tx, [fact.certificate])).get(fact.certificate),
      'certificate',
      fact.certificate,
    );
    if (type !== null) {
      const { places } = await this.coops.get(tx);
      const ofTypes = await holdTypes(tx, this.types, [type], places);
      const household = (await this.types.householdsOf(tx, [member])).get(member) ?? '';
      ofTypes.hold(ofTypes.find(type, ''), { member, household, count });
    }
    await super.takeBack(tx, fact, reason, by);
  }
}
