import { Type } from 'typebox';
import { eventType } from '../event-type.js';
import { amount, amountInPlaces, code, count, currency, day, record, text } from '../shapes.js';

const season = { code, name: text, from: day, until: day };

export const seasonOpened = eventType('profit-sharing', 'season-opened', 1, {
  audience: 'public',
  aggregates: 'seasons',
  sentWhen: 'a season was opened over the days from `from` up to, not including, `until`',
  schema: record(season),
});

export const seasonClosing = eventType('profit-sharing', 'season-closing', 1, {
  audience: 'public',
  aggregates: 'seasons',
  sentWhen: 'the books of a season are to be closed: from now on the doors refuse facts of its days',
  schema: record(season),
});

export const seasonClosed = eventType('profit-sharing', 'season-closed', 1, {
  audience: 'public',
  aggregates: 'seasons',
  sentWhen: 'every service had applied what every other had written, and the season was closed',
  schema: record(season),
});

export const seasonChanging = eventType('profit-sharing', 'season-changing', 1, {
  audience: 'public',
  aggregates: 'seasons',
  sentWhen:
    'days of a season may fall out of it, or all of it be withdrawn, if no facts lie on the days that are asked about: until season-changed or season-withdrawn the doors take no facts of the season',
  schema: record({ ...season, asked: Type.Array(record({ from: day, until: day })) }),
});

export const seasonChanged = eventType('profit-sharing', 'season-changed', 1, {
  audience: 'public',
  aggregates: 'seasons',
  sentWhen:
    'an open season was corrected, or stays as it was because facts lie on days that were to fall out of it; it carries the season as it stands now',
  schema: record(season),
});

export const seasonWithdrawn = eventType('profit-sharing', 'season-withdrawn', 1, {
  audience: 'public',
  aggregates: 'seasons',
  sentWhen: 'a season on whose days no facts lay was taken back as if it had never been opened; its code stays taken',
  schema: record({ ...season, reason: text }),
});

export const seasonReopened = eventType('profit-sharing', 'season-reopened', 1, {
  audience: 'public',
  aggregates: 'seasons',
  sentWhen: 'a closed season was opened again under a resolution of the assembly: the doors take facts of its days',
  schema: record({ ...season, reason: text, resolution: code }),
});

const expense = { code, day, category: text, amount, currency, fundedBy: code };

export const expenseRecorded = eventType('profit-sharing', 'expense-recorded', 1, {
  audience: 'public',
  aggregates: 'expenses',
  sentWhen: 'an expense was entered',
  schema: record(expense),
});

export const expenseReversed = eventType('profit-sharing', 'expense-reversed', 1, {
  audience: 'public',
  aggregates: 'expenses',
  sentWhen: 'an expense was taken back as if it had never been entered',
  schema: record({ ...expense, reason: text }),
});

const expenseInPlaces = { ...expense, amount: amountInPlaces };

export const expenseRecordedV2 = eventType('profit-sharing', 'expense-recorded', 2, {
  audience: 'public',
  aggregates: 'expenses',
  sentWhen: 'an expense was entered in a currency of other than two places',
  schema: record(expenseInPlaces),
});

export const expenseReversedV2 = eventType('profit-sharing', 'expense-reversed', 2, {
  audience: 'public',
  aggregates: 'expenses',
  sentWhen: 'an expense in a currency of other than two places was taken back as if it had never been entered',
  schema: record({ ...expenseInPlaces, reason: text }),
});

/** What of `amount` another source paid than `fundedBy`. */
const sharedExpense = { ...expenseInPlaces, rest: amountInPlaces, restFundedBy: code };

export const expenseRecordedV3 = eventType('profit-sharing', 'expense-recorded', 3, {
  audience: 'public',
  aggregates: 'expenses',
  sentWhen: 'an expense was entered that two sources paid',
  schema: record(sharedExpense),
});

export const expenseReversedV3 = eventType('profit-sharing', 'expense-reversed', 3, {
  audience: 'public',
  aggregates: 'expenses',
  sentWhen: 'an expense that two sources paid was taken back as if it had never been entered',
  schema: record({ ...sharedExpense, reason: text }),
});

const linedExpense = {
  ...{ code, day, category: text, amount: amountInPlaces, currency },
  lines: Type.Array(
    record({ line: Type.Integer({ minimum: 1 }), category: text, amount: amountInPlaces, fundedBy: code }),
    { minItems: 1 },
  ),
};

export const expenseRecordedV4 = eventType('profit-sharing', 'expense-recorded', 4, {
  audience: 'public',
  aggregates: 'expenses',
  sentWhen: 'an expense of several lines was entered',
  schema: record(linedExpense),
});

export const expenseReversedV4 = eventType('profit-sharing', 'expense-reversed', 4, {
  audience: 'public',
  aggregates: 'expenses',
  sentWhen: 'an expense of several lines was taken back as if it had never been entered',
  schema: record({ ...linedExpense, reason: text }),
});

/** Money of a grant that moved; the amount has the places of its currency. */
const movedOfGrant = { code, grant: code, day, amount: amountInPlaces, currency };

export const grantReceiptRecorded = eventType('profit-sharing', 'grant-receipt-recorded', 1, {
  audience: 'public',
  aggregates: 'grant-receipts',
  sentWhen: 'money of a grant that was agreed before had arrived',
  schema: record(movedOfGrant),
});

export const grantReceiptReversed = eventType('profit-sharing', 'grant-receipt-reversed', 1, {
  audience: 'public',
  aggregates: 'grant-receipts',
  sentWhen: 'a receipt of a grant was taken back as if it had never been entered',
  schema: record({ ...movedOfGrant, reason: text }),
});

export const grantRefundRecorded = eventType('profit-sharing', 'grant-refund-recorded', 1, {
  audience: 'public',
  aggregates: 'grant-refunds',
  sentWhen: 'money of a grant was given back to its funder, unspent',
  schema: record(movedOfGrant),
});

export const grantRefundReversed = eventType('profit-sharing', 'grant-refund-reversed', 1, {
  audience: 'public',
  aggregates: 'grant-refunds',
  sentWhen: 'a refund of a grant was taken back as if it had never been entered',
  schema: record({ ...movedOfGrant, reason: text }),
});

export const grantWriteOffRecorded = eventType('profit-sharing', 'grant-write-off-recorded', 1, {
  audience: 'public',
  aggregates: 'grant-write-offs',
  sentWhen: 'money that a funder owed for expenses was given up; the co-op bears it',
  schema: record(movedOfGrant),
});

export const grantWriteOffReversed = eventType('profit-sharing', 'grant-write-off-reversed', 1, {
  audience: 'public',
  aggregates: 'grant-write-offs',
  sentWhen: 'a write-off of a grant was taken back as if it had never been entered',
  schema: record({ ...movedOfGrant, reason: text }),
});

const run = { run: code, season: code, currency, result: amount, pool: amount, fingerprint: text };

export const runProposed = eventType('profit-sharing', 'run-proposed', 1, {
  audience: 'public',
  aggregates: 'runs',
  sentWhen: 'the shares of a season were put to the assembly',
  schema: record(run),
});

export const runApproved = eventType('profit-sharing', 'run-approved', 1, {
  audience: 'public',
  aggregates: 'runs',
  sentWhen: 'a second person approved the shares under a resolution of the assembly',
  schema: record({ ...run, resolution: code, paid: amount, carried: amount }),
});

/** What all households of a payout get together; who gets how much stays in the books. */
export const payoutConfirmed = eventType('profit-sharing', 'payout-confirmed', 1, {
  audience: 'public',
  aggregates: 'payouts',
  sentWhen: 'a second person confirmed a round in which households are paid what they are owed of approved shares',
  schema: record({ code, run: code, season: code, currency, payments: count, amount: amountInPlaces }),
});

/** Which household it was stays in the books. */
const householdPayment = { code, payout: code, day, way: text, amount: amountInPlaces, currency };

export const householdPaid = eventType('profit-sharing', 'household-paid', 1, {
  audience: 'public',
  aggregates: 'household-payments',
  sentWhen: 'a household was handed what it gets in a payout',
  schema: record(householdPayment),
});

export const householdPaymentReversed = eventType('profit-sharing', 'household-payment-reversed', 1, {
  audience: 'public',
  aggregates: 'household-payments',
  sentWhen: 'a payment to a household was given back, such as by its bank; it is owed again',
  schema: record({ ...householdPayment, reason: text }),
});

const runInPlaces = { ...run, result: amountInPlaces, pool: amountInPlaces };

export const runProposedV2 = eventType('profit-sharing', 'run-proposed', 2, {
  audience: 'public',
  aggregates: 'runs',
  sentWhen: 'the shares of a season in a currency of other than two places were put to the assembly',
  schema: record(runInPlaces),
});

export const runApprovedV2 = eventType('profit-sharing', 'run-approved', 2, {
  audience: 'public',
  aggregates: 'runs',
  sentWhen: 'a second person approved shares in a currency of other than two places under a resolution of the assembly',
  schema: record({ ...runInPlaces, resolution: code, paid: amountInPlaces, carried: amountInPlaces }),
});

export const runReversed = eventType('profit-sharing', 'run-reversed', 1, {
  audience: 'public',
  aggregates: 'runs',
  sentWhen:
    'approved shares were reversed by a second person under a resolution of the assembly: others of the same season may follow',
  schema: record({ run: code, season: code, fingerprint: text, resolution: code }),
});
