import type { Day } from '@ayni/kernel';
import { entryOf, credit, debit, type Entry, type Line } from './entry.js';
import type { Account } from './accounts.js';
import { accountOfDebt, type EnteredDebt } from './debt.js';
import type { Delivery, Sale } from './facts.js';

const PAID_INTO: Readonly<Record<Sale['payment'], Account>> = { cash: 'cash', qr: 'bank', credit: 'receivables' };

export const saleEntry = ({ receipt, day, payment, total, lines }: Sale): Entry =>
  entryOf({ source: 'sale', code: receipt, day, items: lines }, [
    debit(PAID_INTO[payment], total),
    credit('sales-revenue', total),
  ]);

/** The first payment for a member's produce is a cost of the season, not a share. */
export const deliveryEntry = ({ code, day, amount }: Delivery): Entry =>
  entryOf({ source: 'delivery', code, day }, [debit('produce-purchases', amount), credit('cash', amount)]);

/** What own money pays is a cost of the season. */
export const ownLines = (amount: bigint): Line[] => [debit('expenses', amount), credit('cash', amount)];

type Dated = { readonly code: string; readonly day: Day };
type OfMember = Dated & { readonly member: string; readonly amount: bigint };

/** Money that a member got, or what she owes by a rule: she owes it from that day on. */
export const debtEntry = (kind: EnteredDebt, { code, day, member, amount }: OfMember): Entry =>
  entryOf({ source: kind, code, day }, [
    debit(accountOfDebt(kind), amount, member),
    credit(kind === 'fine' ? 'fines' : 'cash', amount),
  ]);

export const repaymentEntry = (kind: EnteredDebt, { code, day, member, amount }: OfMember): Entry =>
  entryOf({ source: 'repayment', code, day }, [
    debit('cash', amount),
    credit(accountOfDebt(kind), amount, member),
  ]);

/** What is spent out of a fund lowers it, and is no cost of the season. */
export const fundUseEntry = (use: Dated & { readonly fund: string; readonly amount: bigint }): Entry =>
  entryOf({ source: 'fund-use', code: use.code, day: use.day }, [
    debit('funds', use.amount, use.fund),
    credit('cash', use.amount),
  ]);

/** What members pay for certificates is the co-op's capital, and no revenue. */
export const certificateEntry = ({ code, day, member, amount }: OfMember): Entry =>
  entryOf({ source: 'certificate', code, day }, [debit('cash', amount), credit('certificates', amount, member)]);

export const withdrawalEntry = ({ code, day, member, amount }: OfMember): Entry =>
  entryOf({ source: 'certificate-withdrawal', code, day }, [
    debit('certificates', amount, member),
    credit('cash', amount),
  ]);
