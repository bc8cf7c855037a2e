import { every } from '@ayni/kernel';
import { parseAmountInBooks } from '../../domain/amount-in-books.js';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { knownMembers, refuseNonMember, refuseStranger } from '@ayni/reference-data/register/register';
import type { LedgerPort } from '../../domain/ledger.port.js';
import { advanceEntry } from '../../domain/postings.js';
import { advances, type Advance, type SentAdvance } from '../../facts/advance.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps advances; each is set off against its member's share. */
export class KeepAdvances extends KeepMoney<Advance, SentAdvance> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(advances, 'advance', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentAdvance>[],
    { places }: Coop,
  ): Promise<Admission<Advance, SentAdvance>> {
    const members = await knownMembers(
      tx,
      rows.map(({ sent }) => sent.member),
    );
    const late = rows.filter(({ sent }) => (members.get(sent.member) ?? null) !== null);
    const known = await this.recordedAmong(tx, late);
    return {
      make: ({ sent, at }, day) =>
        every(
          () => {
            if (known.has(sent.code)) refuseStranger(members, sent.member, `${at}/member`);
            else refuseNonMember(members, sent.member, day, `${at}/member`);
          },
          () => ({ ...sent, amount: parseAmountInBooks(sent.amount, places, `${at}/amount`) }),
        ),
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((advance) => advanceEntry({ ...advance, day: advance.paidOn })),
        ),
    };
  }
}
