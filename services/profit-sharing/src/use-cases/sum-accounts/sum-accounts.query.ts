import { AmountField, DayField, OneOfField, ShownListField, ShownTextField } from '@ayni/http/fields';
import { addDays, formatAmount, inWords, type Day, type Language } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import { ACCOUNTS, growsByDebit, isAccount, type Account, type AccountKind } from '../../domain/ledger/accounts.js';
import type { AccountSum } from '../../domain/ledger/reports.js';
import { accountSums } from './account-sums.js';

const ACCOUNT_KINDS = [...new Set(Object.values(ACCOUNTS))];

/** An account, or one party's part of it, as of a day. */
export class Balance {
  @OneOfField(Object.keys(ACCOUNTS)) account!: string;
  @ShownTextField({ nullable: true, description: 'whose part: a grant, fund, member, household or season' })
  party!: string | null;
  @ShownTextField({ description: 'both as people call them, funds by their names in the register' }) label!: string;
  @OneOfField(ACCOUNT_KINDS) kind!: AccountKind;
  @AmountField() debit!: string;
  @AmountField() credit!: string;
  @AmountField({ description: 'on the side on which the account grows' }) balance!: string;
}

/** Every account as of a day. */
export class Balances {
  @DayField() on!: Day;
  @ShownListField(() => Balance) items!: readonly Balance[];
}

/** Every account of the ledger with all that was posted up to a day. */
export class SumAccounts {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly funds: FundsPort,
  ) {}

  /** @param on today in the co-op's zone where left out */
  async run(tx: Transaction, language: Language, on?: Day): Promise<Balances> {
    const day = on ?? (await this.coops.today(tx));
    const { places } = await this.coops.get(tx);
    const [rows, funds] = await Promise.all([accountSums(tx, { until: addDays(day, 1) }), this.funds.all(tx)]);
    const nameOf = new Map(funds.map(({ code, nameEs, nameEn }) => [code, language === 'en' ? nameEn : nameEs]));
    const headings = new Map(
      Object.keys(ACCOUNTS)
        .filter(isAccount)
        .map((account) => [account, headingOf(account, language)]),
    );
    // most parts stand on one side alone
    const nothing = formatAmount(0n, places);
    const shown = (sum: bigint): string => (sum === 0n ? nothing : formatAmount(sum, places));
    return {
      on: day,
      items: rows.toSorted(byAccount).map(({ account, party, debit, credit }) => {
        const { kind, word, grows, isOfFunds } = headings.get(account) ?? headingOf(account, language);
        const name = isOfFunds ? (nameOf.get(party) ?? party) : party;
        const [debited, credited] = [shown(debit), shown(credit)];
        const sum = grows ? debit - credit : credit - debit;
        return {
          account,
          party: party === '' ? null : party,
          kind,
          debit: debited,
          credit: credited,
          balance: sum === debit ? debited : sum === credit ? credited : shown(sum),
          label: party === '' ? word : `${word}: ${name}`,
        };
      }),
    };
  }
}

/** What is the same for all parts of an account. */
const headingOf = (account: Account, language: Language) => ({
  kind: ACCOUNTS[account],
  word: inWords('account', account, language),
  grows: growsByDebit(account),
  isOfFunds: account === 'funds' || account === 'fund-draws',
});

/** Accounts in order, the parts of each in theirs. */
const byAccount = (one: AccountSum, other: AccountSum): number =>
  one.account === other.account ? 0 : one.account < other.account ? -1 : 1;
