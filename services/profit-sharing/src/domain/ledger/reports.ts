import { ACCOUNTS, growsByDebit, type Account, type AccountKind } from './accounts.js';
import { CHART, inChart, RESULT_CODE, sumOf, type ChartLeaf, type ChartRow } from './chart.js';

/** What was posted to an account, or to one party's part of it, over some days. */
export type AccountSum = {
  readonly account: Account;
  readonly party: string;
  readonly debit: bigint;
  readonly credit: bigint;
};

/** A report by the chart, and what it comes to in the end. */
export type Report = { readonly rows: readonly ChartRow[]; readonly total: readonly bigint[] };

/**
 * Sums and balances: debits, credits, and on which side each account stands. The total has debits equal to credits, and
 * the balances of both sides equal.
 */
export function trialBalance(sums: readonly AccountSum[]): Report {
  const leaves = byAccount(sums).map(({ account, debit, credit }) =>
    leaf(account, [debit, credit, atLeastNothing(debit - credit), atLeastNothing(credit - debit)]),
  );
  return { rows: inChart(leaves), total: sumOf(leaves, 4) };
}

/** What the co-op has, and whose it is: assets, and liabilities and equity with the result; the total is that of the latter. */
export function balanceSheet(sums: readonly AccountSum[]): Report {
  const accounts = byAccount(sums);
  const result = resultOf(accounts);
  const has = accounts.filter(({ account }) => ACCOUNTS[account] === 'asset').map(onItsSide);
  const whose = [
    ...accounts.filter(({ account }) => isOneOf(account, ['liability', 'equity'])).map(onItsSide),
    { code: RESULT_CODE, account: null, sums: [result] },
  ];
  return { rows: [...inChart(has), ...inChart(whose)], total: sumOf(whose, 1) };
}

/** Income and costs; the total is the result. */
export function incomeStatement(sums: readonly AccountSum[]): Report {
  const accounts = byAccount(sums).filter(({ account }) => isOneOf(account, ['income', 'cost']));
  return { rows: inChart(accounts.map(onItsSide)), total: [resultOf(accounts)] };
}

/** Income less costs. */
const resultOf = (sums: readonly Omit<AccountSum, 'party'>[]): bigint =>
  sums
    .filter(({ account }) => isOneOf(account, ['income', 'cost']))
    .reduce((result, { debit, credit }) => result + credit - debit, 0n);

/** The accounts with all of their parties. */
function byAccount(sums: readonly AccountSum[]): Omit<AccountSum, 'party'>[] {
  const accounts = new Map<Account, Omit<AccountSum, 'party'>>();
  for (const { account, debit, credit } of sums) {
    const known = accounts.get(account);
    accounts.set(account, { account, debit: debit + (known?.debit ?? 0n), credit: credit + (known?.credit ?? 0n) });
  }
  return [...accounts.values()];
}

const leaf = (account: Account, sums: readonly bigint[]): ChartLeaf => ({ code: CHART[account], account, sums });

const onItsSide = ({ account, debit, credit }: Omit<AccountSum, 'party'>): ChartLeaf =>
  leaf(account, [growsByDebit(account) ? debit - credit : credit - debit]);

const isOneOf = (account: Account, kinds: readonly AccountKind[]): boolean => kinds.includes(ACCOUNTS[account]);

const atLeastNothing = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
