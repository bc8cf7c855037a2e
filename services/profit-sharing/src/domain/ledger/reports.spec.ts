import { describe, expect, test } from '@jest/globals';
import type { Day } from '@ayni/kernel';
import { wordFor } from '@ayni/kernel';
import fc from 'fast-check';
import { ACCOUNTS, type Account } from './accounts.js';
import { ageOf } from './ageing.js';
import { CHART, groupsOf } from './chart.js';
import { credit, debit } from './entry.js';
import { balanceSheet, incomeStatement, trialBalance, type AccountSum, type Report } from './reports.js';

const accounts = Object.keys(CHART) as Account[];

/** Any entries that balance, as what each account and party got and gave. */
const books: fc.Arbitrary<AccountSum[]> = fc
  .array(
    fc.record({
      from: fc.constantFrom(...accounts),
      to: fc.constantFrom(...accounts),
      party: fc.constantFrom('', '001', '002'),
      amount: fc.bigInt({ min: 1n, max: 10n ** 15n }),
    }),
    { maxLength: 60 },
  )
  .map((entries) =>
    entries.flatMap(({ from, to, party, amount }) => [debit(to, amount, party), credit(from, amount, party)]),
  );

const amountOf = ({ rows }: Report, code: string): bigint => rows.find((row) => row.code === code)?.sums[0] ?? 0n;

describe('of any entries', () => {
  test('debits are credits, and the balances of both sides are equal', () => {
    fc.assert(
      fc.property(books, (sums) => {
        const [debits, credits, debtors, creditors] = trialBalance(sums).total;
        expect(debits).toBe(sums.reduce((sum, line) => sum + line.debit, 0n));
        expect([debits, debtors]).toEqual([credits, creditors]);
      }),
    );
  });

  test('assets are liabilities and equity with the result', () => {
    fc.assert(
      fc.property(books, (sums) => {
        const sheet = balanceSheet(sums);
        const whose = amountOf(sheet, '2') + amountOf(sheet, '3');
        expect([amountOf(sheet, '1'), sheet.total[0]]).toEqual([whose, whose]);
        expect(amountOf(sheet, '3.3.1.09')).toBe(incomeStatement(sums).total[0]);
      }),
    );
  });

  test('each class, group and subgroup is what stands under it', () => {
    fc.assert(
      fc.property(books, (sums) => {
        const { rows } = trialBalance(sums);
        for (const row of rows.filter(({ level }) => level < 4)) {
          const under = rows.filter(({ code, level }) => level === row.level + 1 && code.startsWith(`${row.code}.`));
          expect(row.sums).toEqual(row.sums.map((_, i) => under.reduce((sum, one) => sum + (one.sums[i] ?? 0n), 0n)));
        }
      }),
    );
  });
});

describe('the chart of accounts', () => {
  test('gives each account a code of its own, in the class of its kind, in groups that have names', () => {
    const classes = { asset: '1', liability: '2', equity: '3', income: '4', cost: '5' } as const;
    expect(new Set(Object.values(CHART)).size).toBe(accounts.length);
    for (const account of accounts) {
      expect([account, CHART[account].charAt(0)]).toEqual([account, classes[ACCOUNTS[account]]]);
      for (const group of groupsOf(CHART[account]))
        for (const language of ['es', 'en'] as const)
          expect([group, wordFor('chart', group, language)]).toEqual([group, expect.any(String)]);
    }
  });

  test('keeps money with a purpose apart from own money', () => {
    const bound = ['restricted-cash', 'grants-receivable', 'restricted-funds', 'asset-grants'];
    const groups = (of: readonly Account[]): string[] => of.map((account) => CHART[account].slice(0, 3));
    const own = groups(accounts.filter((account) => !bound.includes(account)));
    for (const group of groups(accounts.filter((account) => bound.includes(account)))) expect(own).not.toContain(group);
  });
});

describe('the age of what is owed', () => {
  const on = '2026-06-30' as Day;
  const movement = (day: string, more: bigint, less = 0n) => ({ day: day as Day, more, less });

  test('is counted from the day on which it came, in four ages', () => {
    const days = ['2026-06-30', '2026-05-31', '2026-05-30', '2026-05-01', '2026-04-30', '2026-04-01', '2026-03-31'];
    expect(
      ageOf(
        days.map((day, i) => movement(day, 10n ** BigInt(i))),
        on,
      ),
    ).toEqual([11n, 1100n, 110_000n, 1_000_000n]);
  });

  test('is that of what came last, since what was paid settles the oldest', () => {
    const movements = [movement('2026-01-01', 500n), movement('2026-06-01', 300n), movement('2026-06-02', 0n, 600n)];
    expect(ageOf(movements, on)).toEqual([200n, 0n, 0n, 0n]);
  });

  test('stands below zero where more was paid than owed', () => {
    expect(ageOf([movement('2026-01-01', 100n), movement('2026-06-29', 0n, 130n)], on)).toEqual([-30n, 0n, 0n, 0n]);
  });

  test('comes to what is owed, of whatever movements', () => {
    const some = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 6 }),
        fc.bigInt(0n, 999n),
        fc.bigInt(0n, 999n),
      ),
    );
    fc.assert(
      fc.property(some, (rows) => {
        const movements = rows.map(([day, month, more, less]) =>
          movement(`2026-0${month}-${String(day).padStart(2, '0')}`, more, less),
        );
        const owed = movements.reduce((sum, { more, less }) => sum + more - less, 0n);
        const ages = ageOf(movements, on);
        expect(ages.reduce((sum, age) => sum + age, 0n)).toBe(owed);
        expect(ages.every((age) => (owed < 0n ? age <= 0n : age >= 0n))).toBe(true);
      }),
    );
  });
});
