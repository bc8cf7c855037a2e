import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { ClaimBooks } from '../../domain/ledger/claim-books.js';
import { TILL_OF } from '../../domain/payouts/payout.js';
import type { PayoutsPort } from '../../domain/payouts/payouts.port.js';
import { householdPaymentEntry } from '../../domain/ledger/postings.js';
import { householdPayments, type HouseholdPayment, type SentHouseholdPayment } from '../../facts/household-payment.js';
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
    { places }: Coop,
  ): Promise<Admission<HouseholdPayment, SentHouseholdPayment>> {
    const held = await this.payouts.hold(
      tx,
      rows.map(({ sent }) => sent),
    );
    const kept = await this.facts.load(
      tx,
      rows.map(({ sent }) => sent.code),
    );
    const books = new ClaimBooks(held, places);
    return {
      make: ({ sent, at }, day) => {
        // what was entered before was counted then
        const { way, amount, attempt } = kept.get(sent.code) ?? books.pay(sent, day, at);
        return { ...sent, paidOn: day, way, amount, attempt };
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((payment) =>
            householdPaymentEntry(payment, TILL_OF[payment.way], books.take(payment.household, payment.amount)),
          ),
        ),
    };
  }

  protected override async takeBack(
    tx: Transaction,
    fact: Standing<HouseholdPayment>,
    reason: string,
    by: string,
  ): Promise<void> {
    await this.payouts.hold(tx, [fact]);
    await super.takeBack(tx, fact, reason, by);
  }
}
