import { AmountField, CodeField, DayField, ShownListField, ShownTextField } from '@ayni/http/fields';
import { addDays, formatAmount, type Day, type Language } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import { accountSums } from '../sum-accounts/account-sums.js';

/** What is in a fund. */
export class FundBalance {
  @CodeField() fund!: string;
  @ShownTextField({ description: 'as the register calls it' }) label!: string;
  @AmountField({ description: 'less what losses took and nothing has restored' }) balance!: string;
  @AmountField({ description: 'what losses took and is to be put back' }) toRestore!: string;
}

/** Every fund as of a day. */
export class FundBalances {
  @DayField() on!: Day;
  @ShownListField(() => FundBalance) items!: readonly FundBalance[];
}

/** Sums up what is in the funds of the co-op. */
export class SumFunds {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly funds: FundsPort,
  ) {}

  /** @param on today in the co-op's zone where left out */
  async run(tx: Transaction, language: Language, on?: Day): Promise<FundBalances> {
    const day = on ?? (await this.coops.today(tx));
    const { places } = await this.coops.get(tx);
    const sums = await accountSums(tx, { until: addDays(day, 1) });
    const nameOf = new Map(
      (await this.funds.all(tx)).map(({ code, nameEs, nameEn }) => [code, language === 'en' ? nameEn : nameEs]),
    );
    const of = (account: 'funds' | 'fund-draws', fund: string): bigint =>
      sums
        .filter((sum) => sum.account === account && sum.party === fund)
        .reduce((balance, { debit, credit }) => balance + credit - debit, 0n);
    const posted = sums.filter(({ account }) => account === 'funds' || account === 'fund-draws');
    const codes = new Set([...nameOf.keys(), ...posted.map(({ party }) => party)]);
    return {
      on: day,
      items: [...codes].sort().map((fund) => ({
        fund,
        label: nameOf.get(fund) ?? fund,
        balance: formatAmount(of('funds', fund) + of('fund-draws', fund), places),
        toRestore: formatAmount(-of('fund-draws', fund), places),
      })),
    };
  }
}
