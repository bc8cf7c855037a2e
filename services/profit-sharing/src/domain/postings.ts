import { entryOf, credit, debit, type Entry } from './entry.js';
import type { Account } from './accounts.js';
import { OWN_MONEY, type Advance, type Delivery, type Expense, type Grant, type Sale } from './facts.js';

const PAID_INTO: Readonly<Record<Sale['payment'], Account>> = { cash: 'cash', qr: 'bank', credit: 'receivables' };

export const saleEntry = ({ receipt, day, payment, total, lines }: Sale): Entry =>
  entryOf({ source: 'sale', code: receipt, day, items: lines }, [
    debit(PAID_INTO[payment], total),
    credit('sales-revenue', total),
  ]);

/** The first payment for a member's produce is a cost of the season, not a share. */
export const deliveryEntry = ({ code, day, amount }: Delivery): Entry =>
  entryOf({ source: 'delivery', code, day }, [debit('produce-purchases', amount), credit('cash', amount)]);

/** @param grant the one that paid, where it was not own money */
export function expenseEntry(
  { code, day, amount, fundedBy }: Expense,
  grant: Pick<Grant, 'code' | 'restricted'> | undefined,
): Entry {
  const document = { source: 'expense', code, day } as const;
  if (fundedBy === OWN_MONEY) return entryOf(document, [debit('expenses', amount), credit('cash', amount)]);
  if (!grant) throw new Error(`expense ${code} names no grant`);
  return entryOf(document, [debit(grantFund(grant), amount, grant.code), credit(grantCash(grant), amount)]);
}

export const grantEntry = (grant: Grant): Entry =>
  entryOf({ source: 'grant', code: grant.code, day: grant.day }, [
    debit(grantCash(grant), grant.amount),
    credit(grantFund(grant), grant.amount, grant.code),
  ]);

export const advanceEntry = ({ code, day, member, amount }: Advance): Entry =>
  entryOf({ source: 'advance', code, day }, [debit('member-advances', amount, member), credit('cash', amount)]);

const grantFund = ({ restricted }: Pick<Grant, 'restricted'>): Account =>
  restricted ? 'restricted-funds' : 'donated-funds';
const grantCash = ({ restricted }: Pick<Grant, 'restricted'>): Account => (restricted ? 'restricted-cash' : 'cash');
