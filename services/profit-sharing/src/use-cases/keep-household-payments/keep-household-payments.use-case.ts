import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { Entry } from '@ayni/facts/fact-store';
import { digestOf } from '@ayni/facts/record';
import { centavos, found } from '@ayni/kernel';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { ClaimBooks } from '../../domain/ledger/claim-books.js';
import type { KeptShare } from '../../domain/payouts/payout.js';
import type { PayoutsPort } from '../../domain/payouts/payouts.port.js';
import { householdPaymentEntry } from '../../domain/ledger/postings.js';
import { householdPayments, type HouseholdPayment, type SentHouseholdPayment } from '../../facts/household-payment.js';
import { certificates, type Certificate } from '../../facts/certificate.js';
import { refuseEnded } from '../keep-money/refuse-ended.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps what households were handed: each once in a payout that two people confirmed, and never more than it is owed. */
export class KeepHouseholdPayments extends KeepMoney<HouseholdPayment, SentHouseholdPayment> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly payouts: PayoutsPort,
  ) {
    super(householdPayments, 'household-payment', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentHouseholdPayment>[],
    coop: Coop,
  ): Promise<Admission<HouseholdPayment, SentHouseholdPayment>> {
    const held = await this.payouts.hold(
      tx,
      rows.map(({ sent }) => sent),
    );
    const kept = await this.facts.load(
      tx,
      rows.map(({ sent }) => sent.code),
    );
    const books = new ClaimBooks(held, coop.places);
    const rowOf = new Map(rows.map((row) => [row.sent.code, row]));
    return {
      make: ({ sent, at }, day) => {
        // what was entered before was counted then
        const { way, amount, attempt } = kept.get(sent.code) ?? books.pay(sent, day, at);
        return { ...sent, paidOn: day, way, amount, attempt };
      },
      recorded: async (facts) => {
        const paid = facts.map((payment) => ({ payment, into: books.into(payment.payout, payment.household) }));
        await this.ledger.post(
          tx,
          paid.map(({ payment, into }) =>
            householdPaymentEntry(payment, into, books.take(payment.household, payment.amount)),
          ),
        );
        const kept = paid.flatMap(({ payment, into }): Entry<Certificate>[] => {
          const row = rowOf.get(payment.code);
          if (typeof into === 'string' || !row) return [];
          const fact = certificateOf(payment, into);
          return [{ fact, digest: digestOf(row.sent), by: row.by.user, at: row.at, cause: row.cause }];
        });
        await certificates.record(tx, kept, coop);
      },
    };
  }

  protected override async takeBack(
    tx: Transaction,
    fact: Standing<HouseholdPayment>,
    reason: string,
    by: string,
  ): Promise<void> {
    await this.payouts.hold(tx, [fact]);
    if (fact.way === 'certificates') await this.takeBackCertificates(tx, fact.code, reason, by);
    await super.takeBack(tx, fact, reason, by);
  }

  /** @throws Refusal `certificate-withdrawn` where she gave them up since */
  private async takeBackCertificates(tx: Transaction, code: string, reason: string, by: string): Promise<void> {
    const certificate = found((await certificates.hold(tx, [code])).get(code), 'certificate', code);
    refuseEnded(certificate, '');
    await certificates.reverse(tx, certificate, { reason, by }, await this.coops.get(tx));
  }
}

/** What a payment became: certificates under its own code, bought on its day. */
const certificateOf = (
  { code, paidOn, amount }: HouseholdPayment,
  { member, count, valueEach }: KeptShare,
): Certificate => ({
  ...{ code, boughtOn: paidOn, member, count, amount, paid: amount, paidAtOnce: null },
  ...{ valueEach: centavos(valueEach), type: null, withdrawnOn: null, transfer: null },
});
