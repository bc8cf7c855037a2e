import {
  AmountField,
  CodeField,
  CountField,
  CurrencyField,
  DayField,
  InstantField,
  OneOfField,
  TextField,
} from '@ayni/http/fields';
import { asNamed, NAMES } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { amountSql, Listing } from '@ayni/http/listing';
import { standing } from '@ayni/facts/standing';
import { found, type Centavos, type Currency, type Day, type Instant } from '@ayni/kernel';
import {
  PAYMENT_WAYS,
  PAYOUT_RULES,
  PAYOUT_STATES,
  type PaymentWay,
  type PayoutRule,
  type PayoutState,
} from '../../domain/payouts/payout.js';

/** A round of paying, with what was planned and what is paid of it. */
export class PayoutRow {
  @CodeField() code!: string;
  @TextField(36) run!: string;
  @CodeField() season!: string;
  @OneOfField(PAYOUT_STATES) state!: PayoutState;
  @OneOfField(PAYOUT_RULES) rule!: PayoutRule;
  @CodeField({ nullable: true, description: 'the resolution by which the assembly chose who is paid first' })
  resolution!: string | null;
  @CurrencyField() currency!: Currency;
  @AmountField({ description: 'what there was in cash to pay with' }) cash!: Centavos;
  @AmountField({ description: 'what there was in the bank to pay with' }) bank!: Centavos;
  @CountField() households!: number;
  @AmountField() amount!: Centavos;
  @CountField({ description: 'households that were paid' }) paidHouseholds!: number;
  @AmountField({ description: 'what was paid' }) paid!: Centavos;
  @CountField({ description: 'lines of the file for the bank: confirmed, with an account, and not paid' })
  transfers!: number;
  @AmountField({ description: 'what these come to' }) toTransfer!: Centavos;
  @CountField({ description: 'households that are to be paid by the bank, and have no account' })
  withoutAccount!: number;
  @CodeField() plannedBy!: string;
  @InstantField() plannedAt!: Instant;
  @CodeField({ nullable: true }) confirmedBy!: string | null;
  @InstantField({ nullable: true }) confirmedAt!: Instant | null;
  @TextField(500, { nullable: true, description: 'why it was withdrawn or ended' }) endReason!: string | null;
}

const paidLines = `LEFT JOIN household_payments f ON f.coop_id = l.coop_id AND f.payout = l.payout
  AND f.household = l.household AND ${standing('household-payment', 'f')}`;

/** Lines `l` of payouts with the payments `f` of them that stand, in parentheses. */
export const linesWithPayments = `(payout_lines l ${paidLines})`;

/** Of a line `l` of the payout `p`, with its payment `f`: whether the bank is still to pay it. */
const BY_BANK = `p.state = 'confirmed' AND f.code IS NULL AND l.way IN ('transfer', 'qr')`;

/** And whether it is said to which account. */
export const TO_TRANSFER = `${BY_BANK} AND l.account <> ''`;

/** Payouts in the order in which they were planned. */
export const payouts = new Listing({
  row: PayoutRow,
  name: 'payouts',
  from: `payouts p JOIN runs r ON r.coop_id = p.coop_id AND r.id = p.run CROSS JOIN LATERAL (
    SELECT count(*)::int AS households, sum(l.amount)::bigint AS amount, count(f.code)::int AS paid_households,
      COALESCE(sum(f.amount), 0)::bigint AS paid, (count(*) FILTER (WHERE ${TO_TRANSFER}))::int AS transfers,
      COALESCE(sum(l.amount) FILTER (WHERE ${TO_TRANSFER}), 0)::bigint AS to_transfer,
      (count(*) FILTER (WHERE ${BY_BANK} AND l.account = ''))::int AS without_account
    FROM payout_lines l ${paidLines} WHERE l.coop_id = p.coop_id AND l.payout = p.code) s`,
  alias: 'p',
  columns: {
    code: 'p.code',
    run: 'p.run::text',
    season: 'r.season',
    state: 'p.state',
    rule: 'p.rule',
    resolution: 'p.resolution',
    currency: 'r.currency',
    cash: amountSql('p.cash'),
    bank: amountSql('p.bank'),
    households: 's.households',
    amount: amountSql('s.amount'),
    paidHouseholds: 's.paid_households',
    paid: amountSql('s.paid'),
    transfers: 's.transfers',
    toTransfer: amountSql('s.to_transfer'),
    withoutAccount: 's.without_account',
    plannedBy: 'p.planned_by',
    plannedAt: 'p.planned_at',
    confirmedBy: 'p.confirmed_by',
    confirmedAt: 'p.confirmed_at',
    endReason: 'p.end_reason',
  },
  order: ['p.planned_at', 'p.code'],
  filters: { run: (run) => `p.run::text = lower(${run})`, state: 'p.state' },
});

const findPayout = statement('name of a payout', `SELECT f.code FROM ${asNamed(NAMES.payout)}`);

/** The code of a payout as the books have it. @throws Refusal `not-found` */
export async function namedPayout(tx: Transaction, code: string): Promise<string> {
  const [payout] = await tx.query<{ code: string }>(findPayout, [[code]]);
  return found(payout, 'payout', code).code;
}

/** What a household gets in a payout, and whether it got it. */
export class PayoutLineRow {
  @CodeField() household!: string;
  @TextField(200, { nullable: true, description: 'what the household is called' }) name!: string | null;
  @OneOfField(PAYMENT_WAYS) way!: PaymentWay;
  @TextField(200, { min: 0, description: 'who takes the money' }) payee!: string;
  @TextField(100, { min: 0, description: 'the account to which it is transferred' }) account!: string;
  @AmountField() amount!: Centavos;
  @CodeField({ nullable: true, description: 'in whose name it is kept as certificates' }) member!: string | null;
  @CountField({ nullable: true, description: 'how many certificates that makes' }) count!: number | null;
  @CodeField({ nullable: true, description: 'the payment by which it was handed over' }) paidWith!: string | null;
  @DayField({ nullable: true }) paidOn!: Day | null;
}

/** The households of a payout in the order in which they are paid. */
export const payoutLines = new Listing({
  row: PayoutLineRow,
  name: 'payout lines',
  from: `payout_lines l ${paidLines} JOIN households h ON h.coop_id = l.coop_id AND h.code = l.household`,
  alias: 'l',
  columns: {
    household: 'l.household',
    name: 'h.name',
    way: 'l.way',
    payee: 'l.payee',
    account: 'l.account',
    amount: amountSql('l.amount'),
    member: 'l.member',
    count: 'l.count',
    paidWith: 'f.code',
    paidOn: 'f.day',
  },
  order: ['l.place'],
  filters: { payout: 'l.payout', way: 'l.way' },
});
