import { addDays, type Day } from '@ayni/kernel';
import type { Account } from '../ledger/accounts.js';
import { credit, debit, type Line } from '../ledger/entry.js';
import { TILLS } from '../ledger/till.js';
import { OWN_MONEY } from '../facts.js';
import { inParts, ownFirst, releasedBy, type Asset, type AssetPart } from './asset.js';

/** How a co-op comes to have an asset no more. */
export const DISPOSAL_WAYS = ['sold', 'scrapped', 'lost', 'given-away'] as const;
export type DisposalWay = (typeof DISPOSAL_WAYS)[number];

/** Where what it brought went; later, the buyer owes it. */
export const PROCEEDS_INTO = [...TILLS, 'later'] as const;
export type ProceedsInto = (typeof PROCEEDS_INTO)[number];

/** What is left of an asset in the books as the co-op disposes of it, and what it brings, by who paid it. */
export type Disposal = {
  /** What each source paid and was not released by the end of the day, own money first. */
  readonly left: readonly AssetPart[];
  /** What each source has of the proceeds, in the same order. */
  readonly proceeds: readonly AssetPart[];
};

/**
 * The proceeds are of those who paid the asset, each by what it paid. The own part is rounded down by itself: what does
 * not go up is a grant's, and never own money.
 */
export function disposalOf(asset: Asset, day: Day, amount: bigint): Disposal {
  const paid = ownFirst(asset.parts);
  const cost = paid.reduce((sum, part) => sum + part.amount, 0n);
  const released = releasedBy(asset, addDays(day, 1));
  return {
    left: paid.map((part, i) => ({ ...part, amount: part.amount - (released[i]?.amount ?? 0n) })),
    proceeds:
      cost === 0n
        ? paid.map((part, i) => ({ ...part, amount: i === 0 ? amount : 0n }))
        : inParts(paid, { times: amount, by: cost }),
  };
}

/**
 * The lines by which an asset leaves the books, besides those by which its grants have their proceeds: what of it was
 * left; of the own part the gain or the loss; of what a grant paid neither, since both sides leave together.
 */
export const disposalLines = (code: string, { left, proceeds }: Disposal, into: ProceedsInto | null): Line[] =>
  left.flatMap(({ source, amount }, i) => {
    const leaves = credit('assets', amount, code);
    if (source !== OWN_MONEY) return [debit('asset-grants', amount, source), leaves];
    const brought = proceeds[i]?.amount ?? 0n;
    const gain = brought - amount;
    return [
      debit(accountOf(into), brought),
      gain < 0n ? debit('asset-losses', -gain) : credit('asset-gains', gain),
      leaves,
    ];
  });

/** What grants have of the proceeds. */
export const boundOf = ({ proceeds }: Disposal): AssetPart[] => proceeds.filter(({ source }) => source !== OWN_MONEY);

const accountOf = (into: ProceedsInto | null): Account => (into === 'later' ? 'receivables' : (into ?? 'cash'));
