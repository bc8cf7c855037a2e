import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Advance, Expense, Grant } from './facts.js';

export type Recorded<Fact> = { readonly fact: Fact; readonly digest: string; readonly by: string };
export type Added<Fact> = { readonly fresh: readonly Fact[]; readonly unchanged: number };

/** Facts that the treasurer enters. */
export abstract class MoneyFactsPort<Fact extends { readonly code: string; readonly day: Day }> {
  /** Adds facts, all or none, and tells the others; the same ones again change nothing. @throws Refusal `code-taken` */
  abstract add(tx: Transaction, facts: readonly Recorded<Fact>[]): Promise<Added<Fact>>;
  abstract find(tx: Transaction, code: string): Promise<Fact | undefined>;
  /** Takes a fact back and tells the others. @throws Refusal `already-reversed` */
  abstract reverse(tx: Transaction, fact: Fact, reason: string, by: string): Promise<void>;
}

export abstract class ExpensesPort extends MoneyFactsPort<Expense> {}

export abstract class GrantsPort extends MoneyFactsPort<Grant> {
  /** Those of the named grants that stand. */
  abstract standing(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, Grant>>;
}

export abstract class AdvancesPort extends MoneyFactsPort<Advance> {}
