import { AmountField, DayField, OneOfField, ShownListField, ShownTextField } from '@ayni/http/fields';
import { addDays, formatAmount, inWords, type Day, type Language } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import { ACCOUNTS, growsByDebit, type AccountKind } from '../../domain/ledger/accounts.js';
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
    const wordOf = new Map(Object.keys(ACCOUNTS).map((account) => [account, inWords('account', account, language)]));
    // most parts stand on one side alone
    const nothing = formatAmount(0n, places);
    const shown = (sum: bigint): string => (sum === 0n ? nothing : formatAmount(sum, places));
    return {
      on: day,
      items: rows.toSorted(byAccount).map(({ account, party, debit, credit }) => {
        const word = wordOf.get(account) ?? account;
        const name = OF_FUNDS.has(account) ? (nameOf.get(party) ?? party) : party;
        const [debited, credited] = [shown(debit), shown(credit)];
        const sum = growsByDebit(account) ? debit - credit : credit - debit;
        return {
          account,
          party: party === '' ? null : party,
          kind: ACCOUNTS[account],
          debit: debited,
          credit: credited,
          balance: sum === debit ? debited : sum === credit ? credited : shown(sum),
          label: party === '' ? word : `${word}: ${name}`,
        };
      }),
    };
  }
}

/** The accounts whose parties are funds. */
const OF_FUNDS: ReadonlySet<string> = new Set(['funds', 'fund-draws']);

/** Accounts in order, the parts of each in theirs. */
const byAccount = (one: AccountSum, other: AccountSum): number =>
  one.account === other.account ? 0 : one.account < other.account ? -1 : 1;
