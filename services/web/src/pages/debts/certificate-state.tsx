import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';

type Paid = { readonly amount: string; readonly paid: string; readonly withdrawnOn: string | null };

/** What is still to be paid of certificates in `places`; zero once they were given up. */
export const unpaidOf = ({ amount, paid, withdrawnOn }: Paid, places: number): bigint =>
  withdrawnOn === null ? (unitsOf(amount, places) ?? 0n) - (unitsOf(paid, places) ?? 0n) : 0n;

/** Whether certificates are held still, and what of them is to be paid, or until when they were held and how they went. */
export function CertificateState({ of }: { of: Paid & { readonly transfer: string | null } }) {
  const { currency, places } = useWho().coop;
  const { withdrawnOn, transfer } = of;
  if (withdrawnOn !== null)
    return say(transfer === null ? 'debts.gaveUp' : 'debts.passedOn', { day: dayInShort(withdrawnOn) });
  const unpaid = unpaidOf(of, places);
  return unpaid === 0n
    ? say('debts.holds')
    : say('debts.unpaid', { left: inMoney(decimalOf(unpaid, places), currency) });
}
