import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';

type Paid = { readonly amount: string; readonly paid: string; readonly withdrawnOn: string | null };

/** What is still to be paid of certificates in `places`; zero once they were given up. */
export const unpaidOf = ({ amount, paid, withdrawnOn }: Paid, places: number): bigint =>
  withdrawnOn === null ? (unitsOf(amount, places) ?? 0n) - (unitsOf(paid, places) ?? 0n) : 0n;

/** What was paid in of certificates, and what is still to be. */
export function PaidPart({ of }: { of: Paid }) {
  const { currency, places } = useWho().coop;
  const unpaid = unpaidOf(of, places);
  const paid = inMoney(of.paid, currency);
  return unpaid === 0n ? paid : say('debts.unpaid', { paid, left: inMoney(decimalOf(unpaid, places), currency) });
}
