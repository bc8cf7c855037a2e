import type { Day } from '@ayni/kernel';
import { entryOf, credit, debit, type Entry, type Line } from './entry.js';
import type { Account } from './accounts.js';
import { otherTill, type PaidFrom, type Till } from './till.js';
import { accountOfDebt, type DebtKind } from '../debts/debt.js';
import {
  HOUSEHOLD_ACCOUNTS,
  TILL_OF,
  type HandedWay,
  type HouseholdAccount,
  type KeptShare,
} from '../payouts/payout.js';
import type { Delivery, Sale } from '../facts.js';

const PAID_INTO: Readonly<Record<Sale['payment'], Account>> = { cash: 'cash', qr: 'bank', credit: 'receivables' };

export const saleEntry = ({ receipt, day, payment, total, lines }: Sale): Entry =>
  entryOf({ source: 'sale', code: receipt, day, items: lines }, [
    debit(PAID_INTO[payment], total),
    credit('sales-revenue', total),
  ]);

/** The first payment for a member's produce is a cost of the season, not a share. */
export const deliveryEntry = ({ code, day, amount }: Delivery): Entry =>
  entryOf({ source: 'delivery', code, day }, [debit('produce-purchases', amount), credit('cash', amount)]);

/** What own money pays, part by part, is a cost of the season, also where it is to be paid later; it is paid at once. */
export function ownLines(parts: readonly bigint[], from: PaidFrom = 'cash', supplier = ''): Line[] {
  const amount = parts.reduce((sum, part) => sum + part, 0n);
  return [
    ...parts.map((part) => debit('expenses', part)),
    from === 'later' ? credit('suppliers', amount, supplier) : credit(from, amount),
  ];
}

type Dated = { readonly code: string; readonly day: Day };
type OfMember = Dated & { readonly member: string; readonly amount: bigint };
type Unpaid = { readonly unpaid: bigint };

/** Money that a member got, or what she owes by a rule: she owes it from that day on. */
export const debtEntry = (kind: DebtKind, { code, day, member, amount }: OfMember): Entry =>
  entryOf({ source: kind, code, day }, [
    debit(accountOfDebt(kind), amount, member),
    credit(kind === 'fine' ? 'fines' : 'cash', amount),
  ]);

export const repaymentEntry = (
  kind: DebtKind,
  { code, day, member, amount, into }: OfMember & { readonly into: Till },
): Entry =>
  entryOf({ source: 'repayment', code, day }, [debit(into, amount), credit(accountOfDebt(kind), amount, member)]);

/** What is spent out of a fund lowers it, and is no cost of the season. */
export const fundUseEntry = (use: Dated & { readonly fund: string; readonly amount: bigint }): Entry =>
  entryOf({ source: 'fund-use', code: use.code, day: use.day }, [
    debit('funds', use.amount, use.fund),
    credit('cash', use.amount),
  ]);

/**
 * What members pay for certificates is the co-op's capital, and no revenue.
 * @param certificate.unpaid what of `amount` she is to pay later
 */
export const certificateEntry = ({ code, day, member, amount, unpaid }: OfMember & Unpaid): Entry =>
  entryOf({ source: 'certificate', code, day }, [
    debit('cash', amount - unpaid),
    debit('certificates-owed', unpaid, member),
    credit('certificates', amount, member),
  ]);

/** @param withdrawal.amount what was paid in, and is paid back; what is `unpaid` is not asked for any more */
export const withdrawalEntry = ({ code, day, member, amount, unpaid }: OfMember & Unpaid): Entry =>
  entryOf({ source: 'certificate-withdrawal', code, day }, [
    debit('certificates', amount + unpaid, member),
    credit('cash', amount),
    credit('certificates-owed', unpaid, member),
  ]);

/** Produce or work that pays certificates is a cost of the season, as where it is paid with money. */
export const contributionEntry = (contribution: OfMember & { readonly product: string | null }): Entry => {
  const { code, day, member, amount, product } = contribution;
  return entryOf({ source: 'contribution', code, day }, [
    debit(product === null ? 'expenses' : 'produce-purchases', amount),
    credit('certificates-owed', amount, member),
  ]);
};

/** What one member gave up another holds: the co-op's capital stays as it is, and no money moves. */
export const certificateTransferEntry = (
  transfer: Dated & { readonly giver: string; readonly taker: string; readonly amount: bigint },
): Entry =>
  entryOf({ source: 'certificate-transfer', code: transfer.code, day: transfer.day }, [
    debit('certificates', transfer.amount, transfer.giver),
    credit('certificates', transfer.amount, transfer.taker),
  ]);

/** Own money between cash and bank. */
export const transferEntry = (transfer: {
  readonly code: string;
  readonly movedOn: Day;
  readonly into: Till;
  readonly amount: bigint;
}): Entry =>
  entryOf({ source: 'transfer', code: transfer.code, day: transfer.movedOn }, [
    debit(transfer.into, transfer.amount),
    credit(otherTill(transfer.into), transfer.amount),
  ]);

/** What a buyer pays of what was sold on credit is no revenue again. */
export const collectionEntry = (collection: {
  readonly code: string;
  readonly receivedOn: Day;
  readonly into: Till;
  readonly amount: bigint;
}): Entry =>
  entryOf({ source: 'collection', code: collection.code, day: collection.receivedOn }, [
    debit(collection.into, collection.amount),
    credit('receivables', collection.amount),
  ]);

/** What buyers will not pay any more is a cost of the season that gives it up. */
export const writeOffEntry = (writeOff: {
  readonly code: string;
  readonly writtenOffOn: Day;
  readonly amount: bigint;
}): Entry =>
  entryOf({ source: 'write-off', code: writeOff.code, day: writeOff.writtenOffOn }, [
    debit('write-offs', writeOff.amount),
    credit('receivables', writeOff.amount),
  ]);

/** Cash found over is revenue of the season, cash found short a cost. */
export const cashCountEntry = (count: {
  readonly code: string;
  readonly countedOn: Day;
  readonly counted: bigint;
  readonly expected: bigint;
}): Entry => {
  const { code, countedOn: day, counted, expected } = count;
  const over = counted - expected;
  const lines =
    over > 0n ? [debit('cash', over), credit('cash-over', over)] : [debit('cash-short', -over), credit('cash', -over)];
  return entryOf({ source: 'cash-count', code, day }, lines);
};

/** What is paid of an expense that was to be paid later. */
export const supplierPaymentEntry = (
  payment: { readonly code: string; readonly paidOn: Day; readonly paidFrom: Till; readonly amount: bigint },
  supplier: string,
): Entry =>
  entryOf({ source: 'supplier-payment', code: payment.code, day: payment.paidOn }, [
    debit('suppliers', payment.amount, supplier),
    credit(payment.paidFrom, payment.amount),
  ]);

/**
 * What a household is handed lowers what the co-op owes it, on each of its accounts by a part; what it keeps as
 * certificates becomes the co-op's capital, and takes no money.
 */
export function householdPaymentEntry(
  payment: { readonly code: string; readonly paidOn: Day; readonly household: string; readonly amount: bigint },
  into: HandedWay | KeptShare,
  parts: Readonly<Record<HouseholdAccount, bigint>>,
): Entry {
  const { code, paidOn: day, household, amount } = payment;
  return entryOf({ source: 'household-payment', code, day }, [
    ...HOUSEHOLD_ACCOUNTS.map((account) => debit(account, parts[account], household)),
    typeof into === 'string' ? credit(TILL_OF[into], amount) : credit('certificates', amount, into.member),
  ]);
}

/** What nobody claimed in time is no debt any more, and goes into a fund. */
export const lapseEntry = (
  lapse: {
    readonly code: string;
    readonly lapsedOn: Day;
    readonly household: string;
    readonly amount: bigint;
    readonly fund: string;
  },
  parts: Readonly<Record<HouseholdAccount, bigint>>,
): Entry =>
  entryOf({ source: 'lapse', code: lapse.code, day: lapse.lapsedOn }, [
    ...HOUSEHOLD_ACCOUNTS.map((account) => debit(account, parts[account], lapse.household)),
    credit('funds', lapse.amount, lapse.fund),
  ]);
