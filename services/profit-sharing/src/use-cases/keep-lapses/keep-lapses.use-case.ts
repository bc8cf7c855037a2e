import { centavos, every, Refusal } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { ClaimBooks } from '../../domain/ledger/claim-books.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { lapseEntry } from '../../domain/ledger/postings.js';
import type { LapsesPort } from '../../domain/payouts/lapses.port.js';
import type { PayoutsPort } from '../../domain/payouts/payouts.port.js';
import { unclaimedOf } from '../../domain/payouts/unclaimed.js';
import { refuseUncarried } from '../../domain/rules/resolution.js';
import type { ResolutionsPort } from '../../domain/rules/resolutions.port.js';
import { lapses, type Lapse, type SentLapse } from '../../facts/lapse.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Posts what households did not claim in time to the fund of the rule: where somebody does it, under a resolution. */
export class KeepLapses extends KeepMoney<Lapse, SentLapse> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly payouts: PayoutsPort,
    private readonly lapsing: LapsesPort,
    private readonly resolutions: ResolutionsPort,
  ) {
    super(lapses, 'lapse', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentLapse>[],
    coop: Coop,
  ): Promise<Admission<Lapse, SentLapse>> {
    const sent = rows.map((row) => row.sent);
    const balances = await this.payouts.holdBalances(
      tx,
      sent.map(({ household }) => household),
    );
    const books = new ClaimBooks({ payouts: new Map(), line: () => undefined, balances }, coop.places);
    const kept = await this.facts.load(
      tx,
      sent.map(({ code }) => code),
    );
    const rule = await this.lapsing.rule(tx);
    const movementsOn = await each(
      sent.map((one) => this.dayOf(one, coop)),
      (day) => this.lapsing.movements(tx, day),
    );
    const resolutions = await each(
      sent.map(({ resolution }) => resolution),
      (number) => this.resolutions.find(tx, number),
    );
    const taken = new Set<string>();
    return {
      make: ({ sent: asked, at }, day) => {
        const { code, household } = asked;
        return every(
          () => refuseUncarried(asked.resolution, resolutions.get(asked.resolution), undefined, at),
          () => {
            // what was entered before was counted then
            const known = kept.get(code);
            if (known) return { ...asked, lapsedOn: day, amount: known.amount, fund: known.fund };
            if (rule === null) throw new Refusal('no-lapse-rule', at);
            const { lapsed } = unclaimedOf(movementsOn.get(day)?.get(household) ?? [], day, rule.afterDays);
            const owed = books.owed(household);
            // what was paid since is not owed any more
            const amount = lapsed < owed ? lapsed : owed;
            if (amount <= 0n || taken.has(household))
              throw new Refusal('not-lapsed', `${at}/household`, { household, day });
            taken.add(household);
            return { ...asked, lapsedOn: day, amount: centavos(amount), fund: rule.fund };
          },
        );
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((lapse) => lapseEntry(lapse, books.take(lapse.household, lapse.amount))),
        ),
    };
  }

  protected override async takeBack(tx: Transaction, fact: Standing<Lapse>, reason: string, by: string): Promise<void> {
    await this.payouts.holdBalances(tx, [fact.household]);
    await super.takeBack(tx, fact, reason, by);
  }
}

/** What each of the keys leads to, asked for once. */
async function each<Key, Value>(
  keys: readonly Key[],
  find: (key: Key) => Promise<Value>,
): Promise<ReadonlyMap<Key, Value>> {
  const found = new Map<Key, Value>();
  for (const key of new Set(keys)) found.set(key, await find(key));
  return found;
}
