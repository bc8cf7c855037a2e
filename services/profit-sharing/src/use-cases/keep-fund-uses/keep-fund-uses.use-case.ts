import { every, type Centavos } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { FundBooks } from '../../domain/funds/fund-books.js';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { fundUseEntry } from '../../domain/ledger/postings.js';
import { refuseBefore, refuseUncarried } from '../../domain/rules/resolution.js';
import type { ResolutionsPort } from '../../domain/rules/resolutions.port.js';
import { fundUses, type FundUse, type SentFundUse } from '../../facts/fund-use.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps what is spent out of funds: never more than is in one, nor than the assembly let be used, nor before it did. */
export class KeepFundUses extends KeepMoney<FundUse, SentFundUse> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly funds: FundsPort,
    private readonly resolutions: ResolutionsPort,
  ) {
    super(fundUses, 'fund-use', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentFundUse>[],
    { places }: Coop,
  ): Promise<Admission<FundUse, SentFundUse>> {
    const sent = rows.map((row) => row.sent);
    const numbers = [...new Set(sent.map(({ resolution }) => resolution))];
    const balances = await this.funds.hold(
      tx,
      sent.map(({ fund }) => fund),
    );
    const leaves = await this.resolutions.holdLeaves(tx, numbers);
    const found = new Map(
      await Promise.all(numbers.map(async (n) => [n, await this.resolutions.find(tx, n)] as const)),
    );
    const books = new FundBooks(balances, leaves, places);
    const known = await this.recordedAmong(tx, rows);
    return {
      make: ({ sent: { code, fund, resolution, purpose, amount: text }, at }, day) => {
        const used = (): Centavos => parseAmountInBooks(text, places, `${at}/amount`);
        return every(
          () => refuseUncarried(resolution, found.get(resolution), undefined, at),
          () => {
            if (!known.has(code)) refuseBefore(found.get(resolution), day, `${at}/usedOn`);
          },
          used,
          () => {
            if (!known.has(code)) books.balanceOf(fund, at);
          },
          () => {
            const amount = used();
            if (!known.has(code) && found.get(resolution)) books.use(resolution, fund, amount, at);
            return { code, usedOn: day, fund, amount, purpose, resolution };
          },
        );
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((use) => fundUseEntry({ ...use, day: use.usedOn })),
        ),
    };
  }
}
