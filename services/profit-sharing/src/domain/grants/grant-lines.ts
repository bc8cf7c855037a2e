import type { Account } from '../ledger/accounts.js';
import { credit, debit, type Line } from '../ledger/entry.js';
import type { Grant } from '../facts.js';
import { positionOf, type GrantSums } from './grant-sums.js';

type Purpose = Pick<Grant, 'code' | 'restricted'>;

/** One party's part of an account. */
type PartyAccount = readonly [account: Account, party: string];

/**
 * What is posted where a grant moves from one state to another. Money of the grant stands on its own accounts; what is
 * pre-financed is own money that the funder owes; what is written off becomes an expense of the co-op.
 */
export function grantLines(before: GrantSums & Purpose, after: GrantSums): Line[] {
  const [from, to] = [positionOf(before), positionOf(after)];
  const { code, restricted } = before;
  const fund: PartyAccount = [restricted ? 'restricted-funds' : 'donated-funds', code];
  const cash: PartyAccount = [restricted ? 'restricted-cash' : 'cash', ''];
  const owed: PartyAccount = ['grants-receivable', code];
  const borne = after.writtenOff - before.writtenOff;
  return [
    ...moved(fund, cash, to.held - from.held),
    ...moved(['cash', ''], owed, to.owed - from.owed + borne),
    ...moved(owed, ['expenses', ''], borne),
  ];
}

/** Moves an amount from the credit of one place to the debit of another; below nothing, the other way. */
function moved(from: PartyAccount, to: PartyAccount, amount: bigint): Line[] {
  const [giver, taker, much] = amount < 0n ? [to, from, -amount] : [from, to, amount];
  return [debit(taker[0], much, taker[1]), credit(giver[0], much, giver[1])];
}
