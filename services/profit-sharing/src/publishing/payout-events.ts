import type { DataOf, payoutConfirmed } from '@ayni/contracts';
import { formatAmount } from '@ayni/kernel';
import type { Payout, PayoutLine } from '../domain/payouts/payout.js';

export const payoutAggregate = ({ code }: Pick<Payout, 'code'>): string => `payout/${code}`;

/** A payout that a second person confirmed, in the words of the contract. */
export const confirmedData = (
  { code, run, season, currency }: Payout,
  lines: readonly PayoutLine[],
  places: number,
): DataOf<typeof payoutConfirmed> => ({
  ...{ code, run, season, currency },
  payments: lines.length,
  amount: formatAmount(
    lines.reduce((sum, { amount }) => sum + amount, 0n),
    places,
  ),
});
