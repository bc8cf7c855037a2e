import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { HouseholdAccount, KeptShare, Payout, PayoutLine, PlannedLine, PlannedPayout } from './payout.js';

/** What one household gets in one payout, and whether it got it. */
export type HeldLine = Pick<PayoutLine, 'way' | 'amount'> & {
  /** The code of the payment that stands. */
  readonly paidBy: string | null;
  /** How often it was paid so far, with what was given back. */
  readonly attempts: number;
  readonly kept: KeptShare | null;
};

/** The households' part of a load of payments, held until the transaction ends. */
export type HeldClaims = {
  readonly payouts: ReadonlyMap<string, Payout>;
  line(payout: string, household: string): HeldLine | undefined;
  /** What the household has on each of its accounts. */
  balances(household: string): Readonly<Record<HouseholdAccount, bigint>>;
};

/** Rounds of paying, and what households are owed. */
export abstract class PayoutsPort {
  abstract find(tx: Transaction, code: string): Promise<Payout | undefined>;
  abstract lines(tx: Transaction, code: string): Promise<readonly PayoutLine[]>;
  /** Ends the confirmed payout of which all is paid, so that another can be planned. @returns the one that is still open */
  abstract openOne(tx: Transaction): Promise<string | undefined>;
  /** @throws Refusal `code-taken` */
  abstract plan(tx: Transaction, payout: PlannedPayout, lines: readonly PlannedLine[], by: string): Promise<void>;
  /** Confirms a payout and tells the others. */
  abstract confirm(
    tx: Transaction,
    payout: Payout,
    lines: readonly PayoutLine[],
    by: string,
    books: { readonly day: Day; readonly places: number },
  ): Promise<void>;
  /** Withdraws a plan, or ends a confirmed payout: what is not paid of it stays owed. */
  abstract end(tx: Transaction, payout: Payout, by: string, reason: string): Promise<'withdrawn' | 'ended'>;
  /** Holds the accounts of households until the transaction ends. @returns what a household has on each of its own */
  abstract holdBalances(tx: Transaction, households: readonly string[]): Promise<HeldClaims['balances']>;
  /** Holds the accounts of households until the transaction ends, with what the payouts have for them. */
  abstract hold(
    tx: Transaction,
    asked: readonly { readonly payout: string; readonly household: string }[],
  ): Promise<HeldClaims>;
}
