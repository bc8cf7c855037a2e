import { centavos, formatAmount, Refusal } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Standing } from '@ayni/facts/declaration';
import { lockEach } from '@ayni/database/lock-each';
import type { Transaction } from '@ayni/database/transaction';
import { every } from '@ayni/http/faults';
import { parseAmountInBooks } from '../../domain/amount-in-books.js';
import { OWN_MONEY } from '../../domain/facts.js';
import type { LedgerPort } from '../../domain/ledger.port.js';
import { grantEntry } from '../../domain/postings.js';
import { grants, type Grant, type SentGrant } from '../../facts/grant.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps grants. */
export class KeepGrants extends KeepMoney<Grant, SentGrant> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(grants, 'grant', coops, ledger);
  }

  protected admit(
    tx: Transaction,
    _rows: readonly LoadedRow<SentGrant>[],
    { places }: Coop,
  ): Promise<Admission<Grant, SentGrant>> {
    return Promise.resolve({
      make: ({ sent, at }) =>
        every(
          () => {
            if (sent.code === OWN_MONEY)
              throw new Refusal('bad-field', `${at}/code`, { detail: 'own-money' });
          },
          () => {
            const amount = parseAmountInBooks(sent.amount, places, `${at}/amount`);
            return { ...sent, amount, spent: centavos(0n), left: amount };
          },
        ),
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((grant) => grantEntry({ ...grant, day: grant.receivedOn })),
        ),
    });
  }

  /** @throws Refusal `grant-in-use` where expenses stand that it paid */
  protected override async takeBack(
    tx: Transaction,
    grant: Standing<Grant>,
    reason: string,
    by: string,
  ): Promise<void> {
    const { code } = grant;
    await lockEach(tx, 'grant', [code]);
    const spent = (await this.facts.find(tx, code))?.spent ?? 0n;
    if (spent > 0n) {
      const { places } = await this.coops.get(tx);
      throw new Refusal('grant-in-use', '', { grant: code, spent: formatAmount(spent, places) });
    }
    return super.takeBack(tx, grant, reason, by);
  }
}
