import { least, portion } from './amount.js';
import type { Debt, Member } from './case.js';
import type { Rules } from './rule-set.js';

/** What becomes of a member's share, in smallest units: kept as her capital, set off against her debts, or hers to be paid. */
export type Settlement = {
  readonly member: Member;
  readonly share: bigint;
  readonly retained: bigint;
  readonly payable: bigint;
  /** What debts without a signed consent must leave of the payable share. */
  readonly kept: bigint;
  readonly debts: readonly { readonly debt: Debt; readonly taken: bigint }[];
  readonly offset: bigint;
  readonly debtLeft: bigint;
  readonly net: bigint;
};

const NO_DEBTS: Settlement['debts'] = [];

/** Sets a member's debts off against her share in the order of the rules, never below zero; what is left stays a debt. */
export function settle(member: Member, share: bigint, rules: Rules): Settlement {
  const retained = portion(share, rules.retain, 'down');
  const payable = share - retained;
  const kept = portion(payable, rules.keep, 'up');
  if (member.debts.length === 0)
    return { member, share, retained, payable, kept, debts: NO_DEBTS, offset: 0n, debtLeft: 0n, net: payable };
  const taken = new Map<Debt, bigint>();
  let net = payable;
  for (const kind of rules.offsetOrder) {
    for (const debt of member.debts.filter((each) => each.kind === kind)) {
      const free = debt.consent ? net : net - kept;
      const amount = free > 0n ? least(debt.amount, free) : 0n;
      taken.set(debt, amount);
      net -= amount;
    }
  }
  const debts = member.debts.map((debt) => ({ debt, taken: taken.get(debt) ?? 0n }));
  const offset = payable - net;
  const debtLeft = debts.reduce((sum, { debt }) => sum + debt.amount, 0n) - offset;
  return { member, share, retained, payable, kept, debts, offset, debtLeft, net };
}
