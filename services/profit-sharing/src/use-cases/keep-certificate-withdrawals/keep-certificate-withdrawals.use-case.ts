import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { CertificateTypesPort } from '../../domain/debts/certificate-types.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { withdrawalEntry } from '../../domain/ledger/postings.js';
import {
  certificateWithdrawals,
  type CertificateWithdrawal,
  type SentCertificateWithdrawal,
} from '../../facts/certificate-withdrawal.js';
import { holdCertificates, refuseEnded } from '../keep-money/hold-certificates.js';
import { holdTypes } from '../keep-money/hold-types.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps certificates that are given up: each once, for what was paid for it. */
export class KeepCertificateWithdrawals extends KeepMoney<CertificateWithdrawal, SentCertificateWithdrawal> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly types: CertificateTypesPort,
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
    const held = await holdCertificates(
      tx,
      rows.map(({ sent }) => sent.certificate),
    );
    const known = await this.recordedAmong(tx, rows);
    const gone = new Set<string>();
    return {
      make: ({ sent: { code, certificate, receivedBy = null }, at }, day) => {
        const bought = held.get(certificate);
        if (!bought || bought.reversal !== null)
          throw new Refusal('unknown-reference', `${at}/certificate`, { what: 'certificate', code: certificate });
        if (!known.has(code)) {
          refuseEnded(gone.has(bought.code) ? { ...bought, withdrawnOn: day } : bought, `${at}/certificate`);
          if (day < bought.boughtOn)
            throw new Refusal('wrong-order', `${at}/withdrawnOn`, { detail: 'before-purchase' });
          gone.add(bought.code);
        }
        const { member, amount } = bought;
        return { code, withdrawnOn: day, certificate: bought.code, member, amount, receivedBy };
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
      (await holdCertificates(tx, [fact.certificate])).get(fact.certificate),
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
