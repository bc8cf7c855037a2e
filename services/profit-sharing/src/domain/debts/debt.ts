import { formatAmount, Refusal, type Day } from '@ayni/kernel';
import type { Account } from '../ledger/accounts.js';

/** The kinds of debt that a member may have, each of which may be set off against her share. */
export const DEBT_KINDS = ['fine', 'advance', 'loan', 'certificate'] as const;
export type DebtKind = (typeof DEBT_KINDS)[number];

const ACCOUNTS: Readonly<Record<DebtKind, Account>> = {
  advance: 'member-advances',
  loan: 'member-loans',
  fine: 'member-fines',
  certificate: 'certificates-owed',
};

/** On which account a member owes it. */
export const accountOfDebt = (kind: DebtKind): Account => ACCOUNTS[kind];

export const isDebtKind = (kind: string): kind is DebtKind => DEBT_KINDS.some((known) => known === kind);

/** A debt with what is left of it, in smallest units. */
export type Debt = {
  readonly kind: DebtKind;
  readonly code: string;
  readonly member: string;
  readonly day: Day;
  readonly amount: bigint;
  /** What was brought back of it, or is not asked for any more. */
  readonly repaid: bigint;
  /** What approved runs set off of it. */
  readonly setOff: bigint;
};

export const leftOfDebt = ({ amount, repaid, setOff }: Debt): bigint => amount - repaid - setOff;

/** What a request calls what is paid, and where it says which that is, on which day and how much. */
type Places = {
  readonly what: 'debt' | 'certificate';
  readonly debt: string;
  readonly day: string;
  readonly amount: string;
};

/** Where a repayment says so. @param at the row's place in the request */
export const inRepayment = (at: string): Places => ({
  ...{ what: 'debt', debt: `${at}/debt` },
  ...{ day: `${at}/paidOn`, amount: `${at}/amount` },
});

/**
 * Debts as repayments of one load lower them, one after another.
 * @throws Refusal where a debt does not bear it
 */
export class DebtBooks {
  private readonly debts: Map<string, Debt>;

  constructor(
    debts: Iterable<Debt>,
    private readonly places: number,
  ) {
    this.debts = new Map([...debts].map((debt) => [debt.code, debt]));
  }

  /**
   * Brings something back for a debt.
   * @throws Refusal `unknown-reference`, `debt-overpaid` with what is left, `wrong-order` before she owed it
   */
  repay(code: string, day: Day, amount: bigint, at: Places): Debt {
    const debt = this.owed(code, day, at);
    const left = leftOfDebt(debt);
    if (amount > left)
      throw new Refusal('debt-overpaid', at.amount, { debt: code, left: formatAmount(left, this.places) });
    this.debts.set(code, { ...debt, repaid: debt.repaid + amount });
    return debt;
  }

  /** A debt that is there on a day. @throws Refusal `unknown-reference`, `wrong-order` before she owed it */
  owed(code: string, day: Day, at: Omit<Places, 'amount'>): Debt {
    const debt = this.debts.get(code);
    if (!debt) throw new Refusal('unknown-reference', at.debt, { what: at.what, code });
    if (day < debt.day) throw new Refusal('wrong-order', at.day, { detail: 'before-debt' });
    return debt;
  }
}

/** @throws Refusal `debt-in-use` where something was brought back or set off of a debt that is to be taken back */
export function refuseUsedDebt(debt: Debt, places: number): void {
  const { code, repaid, setOff } = debt;
  if (repaid > 0n || setOff > 0n)
    throw new Refusal('debt-in-use', '', {
      debt: code,
      repaid: formatAmount(repaid, places),
      setOff: formatAmount(setOff, places),
    });
}
