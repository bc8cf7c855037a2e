import { all, centavos, formatAmount, isThere, Refusal, type Centavos, type Day } from '@ayni/kernel';
import {
  HOUSEHOLD_ACCOUNTS,
  refusePayoutUnless,
  type HandedWay,
  type HouseholdAccount,
  type KeptShare,
  type PaymentWay,
} from '../payouts/payout.js';
import type { HeldClaims, HeldLine } from '../payouts/payouts.port.js';

/** Which household is paid in which payout. */
type AskedPayment = { readonly code: string; readonly payout: string; readonly household: string };

/** What a payment adds to what was asked. */
type Paid = { readonly way: PaymentWay; readonly amount: Centavos; readonly attempt: number };

/** What households are owed as the payments of one load lower it, one after another. */
export class ClaimBooks {
  private readonly paidBy = new Map<string, string>();
  private readonly asked = new Map<string, bigint>();
  private readonly taken = new Map<string, Readonly<Record<HouseholdAccount, bigint>>>();

  constructor(
    private readonly held: HeldClaims,
    private readonly places: number,
  ) {}

  /**
   * Looks whether a household can be paid.
   * @param at the row's place in the request
   * @throws Refusal `unknown-reference`, `wrong-state`, `wrong-order` before the payout was confirmed,
   * `nothing-for-household`, `household-paid`, `household-overpaid`
   */
  pay({ code, payout: name, household }: AskedPayment, day: Day, at: string): Paid {
    const payout = this.held.payouts.get(name);
    if (!payout) throw new Refusal('unknown-reference', `${at}/payout`, { what: 'payout', code: name });
    refusePayoutUnless(payout, `${at}/payout`, 'confirmed');
    if (!payout.runStands) throw new Refusal('payout-outdated', `${at}/payout`, { payout: name, household });
    const { confirmedOn } = payout;
    const [line] = all(
      () => {
        const found = this.held.line(name, household);
        if (!found) throw new Refusal('nothing-for-household', `${at}/household`, { payout: name, household });
        return found;
      },
      () => {
        if (confirmedOn !== null && day < confirmedOn)
          throw new Refusal('wrong-order', `${at}/paidOn`, { detail: 'before-confirmation' });
      },
    );
    return this.payOnce(line, { code, payout: name, household }, at);
  }

  private payOnce({ way, amount, paidBy, attempts }: HeldLine, asked: AskedPayment, at: string): Paid {
    const { code, payout, household } = asked;
    const key = JSON.stringify([payout, household]);
    const by = paidBy ?? this.paidBy.get(key);
    if (by !== undefined) throw new Refusal('household-paid', `${at}/household`, { household, payout, payment: by });
    const before = this.asked.get(household) ?? 0n;
    const owed = this.owed(household) - before;
    if (amount > owed)
      throw new Refusal('household-overpaid', `${at}/household`, { household, owed: formatAmount(owed, this.places) });
    this.paidBy.set(key, code);
    this.asked.set(household, before + amount);
    return { way, amount: centavos(amount), attempt: attempts + 1 };
  }

  /** Where what a household is paid goes: a till by its way, or certificates. */
  into(payout: string, household: string): HandedWay | KeptShare {
    const line = this.held.line(payout, household);
    const into = line?.way === 'certificates' ? line.kept : line?.way;
    // a payment is made of its line
    if (!isThere(into)) throw new Error(`${payout} has nothing for ${household}`);
    return into;
  }

  /** What a household is owed on all its accounts. */
  owed(household: string): bigint {
    const balances = this.held.balances(household);
    return HOUSEHOLD_ACCOUNTS.reduce((sum, account) => sum + balances[account], 0n);
  }

  /** What an amount lowers on each of the household's accounts: first what was set off too much, then its shares. */
  take(household: string, amount: bigint): Readonly<Record<HouseholdAccount, bigint>> {
    const before = this.taken.get(household) ?? { 'household-credit': 0n, 'shares-payable': 0n };
    const credited = this.held.balances(household)['household-credit'] - before['household-credit'];
    const ofCredit = credited <= 0n ? 0n : credited < amount ? credited : amount;
    const parts = { 'household-credit': ofCredit, 'shares-payable': amount - ofCredit };
    this.taken.set(household, {
      'household-credit': before['household-credit'] + ofCredit,
      'shares-payable': before['shares-payable'] + parts['shares-payable'],
    });
    return parts;
  }
}
