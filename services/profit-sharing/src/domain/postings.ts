import { entryOf, credit, debit, type Entry, type Line } from './entry.js';
import type { Account } from './accounts.js';
import type { Advance, Delivery, Sale } from './facts.js';

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

export const advanceEntry = ({ code, day, member, amount }: Advance): Entry =>
  entryOf({ source: 'advance', code, day }, [debit('member-advances', amount, member), credit('cash', amount)]);
