import { Refusal, type Day } from '@ayni/kernel';
import type { Account } from '../ledger/accounts.js';
import type { Till } from '../ledger/till.js';

/** How a household is handed what it is paid. */
export const HANDED_WAYS = ['cash', 'transfer', 'qr'] as const;
export type HandedWay = (typeof HANDED_WAYS)[number];

/** The same, or what it is paid stays in the co-op as certificates of one of its members. */
export const PAYMENT_WAYS = [...HANDED_WAYS, 'certificates'] as const;
export type PaymentWay = (typeof PAYMENT_WAYS)[number];

/** Out of which till each way takes the money. */
export const TILL_OF: Readonly<Record<HandedWay, Till>> = { cash: 'cash', transfer: 'bank', qr: 'bank' };

/** Whether the money that is there pays households in full, one after another, or the same part of each. */
export const PAYOUT_RULES = ['in-full', 'same-part'] as const;
export type PayoutRule = (typeof PAYOUT_RULES)[number];

export const PAYOUT_STATES = ['planned', 'confirmed', 'ended', 'withdrawn'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

/** The accounts on which a household has what it is to be paid; what is too small for a coin waits on another. */
export const HOUSEHOLD_ACCOUNTS = ['household-credit', 'shares-payable'] as const satisfies readonly Account[];
export type HouseholdAccount = (typeof HOUSEHOLD_ACCOUNTS)[number];

/** What a household gets in a payout, in smallest units. */
export type PayoutLine = {
  readonly household: string;
  readonly way: PaymentWay;
  /** Who takes the money, and the account to which it is transferred; empty where nothing is said. */
  readonly payee: string;
  readonly account: string;
  readonly amount: bigint;
};

/** What becomes certificates: whole ones, each of so much in smallest units, in a member's name. */
export type KeptShare = { readonly member: string; readonly count: number; readonly valueEach: bigint };

/** A line as it is planned; what is kept of it where it stays in the co-op. */
export type PlannedLine = PayoutLine & { readonly kept: KeptShare | null };

/** A round of paying what households are owed of approved shares, as it is planned. */
export type PlannedPayout = {
  readonly code: string;
  readonly run: string;
  readonly season: string;
  readonly currency: string;
  readonly rule: PayoutRule;
  /** The resolution by which the assembly chose who is paid first, where one did. */
  readonly resolution: string | null;
  /** The money that was there for it, in smallest units. */
  readonly cash: bigint;
  readonly bank: bigint;
};

/** A payout as it is kept. */
export type Payout = PlannedPayout & {
  readonly state: PayoutState;
  readonly version: number;
  readonly plannedBy: string;
  /** The day on which the second person confirmed it: nobody is paid sooner. */
  readonly confirmedOn: Day | null;
  /** Whether its run is approved and was not reversed. */
  readonly runStands: boolean;
};

/** @throws Refusal `wrong-state` */
export function refusePayoutUnless(
  { state }: Pick<Payout, 'state'>,
  pointer: string,
  ...expected: PayoutState[]
): void {
  if (!expected.includes(state)) throw new Refusal('wrong-state', pointer, { state, expected: expected.join(', ') });
}
