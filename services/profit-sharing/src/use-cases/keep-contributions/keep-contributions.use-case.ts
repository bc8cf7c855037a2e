import { all, every } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { DebtBooks } from '../../domain/debts/debt.js';
import type { DebtsPort } from '../../domain/debts/debts.port.js';
import { weighBrought } from '../../domain/debts/scale.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { contributionEntry } from '../../domain/ledger/postings.js';
import { refuseUncarried } from '../../domain/rules/resolution.js';
import type { ResolutionsPort } from '../../domain/rules/resolutions.port.js';
import { contributions, type Contribution, type SentContribution } from '../../facts/contribution.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps what members bring for certificates instead of money, never more than is left to be paid of them. */
export class KeepContributions extends KeepMoney<Contribution, SentContribution> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly debts: DebtsPort,
    private readonly resolutions: ResolutionsPort,
  ) {
    super(contributions, 'contribution', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentContribution>[],
    { places }: Coop,
  ): Promise<Admission<Contribution, SentContribution>> {
    const numbers = [...new Set(rows.map(({ sent }) => sent.resolution))];
    const found = new Map(
      await Promise.all(numbers.map(async (n) => [n, await this.resolutions.find(tx, n)] as const)),
    );
    const scales = await this.resolutions.scalesOf(tx, numbers);
    const owed = await this.debts.hold(
      tx,
      rows.map(({ sent }) => sent.certificate),
    );
    const kept = await this.facts.load(
      tx,
      rows.map(({ sent }) => sent.code),
    );
    const books = new DebtBooks(
      owed.filter(({ kind }) => kind === 'certificate'),
      places,
    );
    return {
      make: ({ sent, at }, day) =>
        every(
          () => refuseUncarried(sent.resolution, found.get(sent.resolution), undefined, at),
          () => {
            const places = { what: 'certificate', debt: `${at}/certificate`, day: `${at}/broughtOn` } as const;
            // what was entered before was counted then
            const before = kept.get(sent.code);
            const [weighed] = all(
              () => weighBrought(found.get(sent.resolution) ? scales : [], sent, at),
              () => before ?? books.owed(sent.certificate, day, places),
            );
            const amount = `${at}/${weighed.minutes === null ? 'quantity' : 'minutes'}`;
            const { member } = before ?? books.repay(sent.certificate, day, weighed.amount, { ...places, amount });
            return { ...sent, ...weighed, broughtOn: day, member };
          },
        ),
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((fact) => contributionEntry({ ...fact, day: fact.broughtOn })),
        ),
    };
  }

  protected override async takeBack(
    tx: Transaction,
    fact: Standing<Contribution>,
    reason: string,
    by: string,
  ): Promise<void> {
    await this.debts.hold(tx, [fact.certificate]);
    await super.takeBack(tx, fact, reason, by);
  }
}
