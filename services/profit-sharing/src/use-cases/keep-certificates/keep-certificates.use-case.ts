import { BIGGEST, every, Refusal, type Centavos } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { knownMembers, refuseStranger } from '@ayni/reference-data/register/register';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { certificateEntry } from '../../domain/ledger/postings.js';
import { certificates, type Certificate, type SentCertificate } from '../../facts/certificate.js';
import { holdCertificates, refuseWithdrawn } from '../keep-money/hold-certificates.js';
import { refuseKeptShare } from '../keep-money/refuse-kept-share.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps the certificates that members buy; for many that is what makes them members. */
export class KeepCertificates extends KeepMoney<Certificate, SentCertificate> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(certificates, 'certificate', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentCertificate>[],
    { places }: Coop,
  ): Promise<Admission<Certificate, SentCertificate>> {
    const members = await knownMembers(
      tx,
      rows.map(({ sent }) => sent.member),
    );
    return {
      make: ({ sent, at }, day) =>
        every(
          () => refuseStranger(members, sent.member, `${at}/member`),
          () => {
            const valueEach = parseAmountInBooks(sent.valueEach, places, `${at}/valueEach`);
            const amount = (BigInt(sent.count) * valueEach) as Centavos; // whole certificates, each of so much
            if (amount > BIGGEST / 1_000_000n) throw new Refusal('amount-too-large', `${at}/count`);
            return { ...sent, boughtOn: day, valueEach, amount, withdrawnOn: null };
          },
        ),
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((certificate) => certificateEntry({ ...certificate, day: certificate.boughtOn })),
        ),
    };
  }

  protected override async takeBack(
    tx: Transaction,
    fact: Standing<Certificate>,
    reason: string,
    by: string,
  ): Promise<void> {
    const held = await holdCertificates(tx, [fact.code]);
    refuseWithdrawn(held.get(fact.code) ?? fact, '');
    await refuseKeptShare(tx, fact.code);
    await super.takeBack(tx, fact, reason, by);
  }
}
