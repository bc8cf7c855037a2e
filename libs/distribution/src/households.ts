import type { Household } from './case.js';
import type { Settlement } from './offsets.js';

/** What a household is paid now, and what stays on its account for the next payment, in smallest units. */
export type Payout = {
  readonly household: string;
  readonly net: bigint;
  readonly paid: bigint;
  readonly carried: bigint;
};

/** Pays the members' shares per household: in whole coins of `cashUnit` where it is cash, to the smallest unit otherwise. */
export function payHouseholds(
  households: readonly Household[],
  settlements: readonly Settlement[],
  cashUnit: bigint,
): readonly Payout[] {
  const nets = new Map<string, bigint>();
  for (const { member, net } of settlements) nets.set(member.household, (nets.get(member.household) ?? 0n) + net);
  return households.map(({ household, carried, pays }) => {
    const net = nets.get(household) ?? 0n;
    const due = net + carried;
    const rest = pays === 'cash' ? due % cashUnit : 0n;
    return { household, net, paid: due - rest, carried: rest };
  });
}
