import { addDays, daysBetween, type Day } from '@ayni/kernel';
import { credit, debit, type Line } from '../ledger/entry.js';
import { OWN_MONEY } from '../facts.js';
import type { Till } from '../ledger/till.js';

/** What one source paid of an asset: own money or a grant, in smallest units. */
export type AssetPart = { readonly source: string; readonly amount: bigint };

/** Something that was bought to last: what of it is released by a day is a cost of that day, and not its price at once. */
export type Asset = {
  readonly code: string;
  readonly boughtOn: Day;
  /** How many days it lasts, the first one included; null where it lasts for good, as land does. */
  readonly lifeDays: number | null;
  readonly parts: readonly AssetPart[];
  /** The last day on which the co-op had it, where it has it no more: nothing is released of it after that. */
  readonly disposedOn?: Day | null;
};

/** Days of which those from `from` on and before `until` count; all before `until` where there is no first one. */
export type ReleaseSpan = { readonly from?: Day | undefined; readonly until: Day };

/** The lines of what own money and grants paid of it, besides those by which the grants are charged. */
export const assetLines = ({ code, parts }: Pick<Asset, 'code' | 'parts'>, paidFrom: Till): Line[] =>
  parts.flatMap(({ source, amount }) => [
    debit('assets', amount, code),
    source === OWN_MONEY ? credit(paidFrom, amount) : credit('asset-grants', amount, source),
  ]);

/**
 * What is released of an asset over some days: its own part is a cost, what a grant paid lowers what is bound to it. By
 * the end of its nth day that is cost × n ÷ life, rounded down (DISTRIBUTION §2.1). The own part is rounded by itself, so
 * that a grant, however large, changes nothing of it; grants have what is left of the whole.
 */
export function releaseLines(asset: Asset, { from, until }: ReleaseSpan): Line[] {
  const after = releasedBy(asset, until);
  const before = from === undefined ? [] : releasedBy(asset, from);
  return after.flatMap(({ source, amount }, i) => {
    const released = amount - (before[i]?.amount ?? 0n);
    const [taker, party] =
      source === OWN_MONEY ? (['asset-release', ''] as const) : (['asset-grants', source] as const);
    return released >= 0n
      ? [debit(taker, released, party), credit('assets', released, asset.code)]
      : [debit('assets', -released, asset.code), credit(taker, -released, party)];
  });
}

/** What of each part is released before a day, own money first. */
export function releasedBy({ boughtOn, lifeDays, parts, disposedOn }: Asset, until: Day): AssetPart[] {
  const ends = disposedOn && disposedOn < until ? addDays(disposedOn, 1) : until;
  const life = BigInt(lifeDays ?? 1);
  const days = lifeDays === null ? 0n : atMost(BigInt(Math.max(0, daysBetween(boughtOn, ends))), life);
  return inParts(ownFirst(parts), { times: days, by: life });
}

/** Parts with own money first. */
export const ownFirst = (parts: readonly AssetPart[]): AssetPart[] => [
  ...parts.filter(({ source }) => source === OWN_MONEY),
  ...parts.filter(({ source }) => source !== OWN_MONEY),
];

/** Parts times a fraction: the first rounded down, and each after it what is left of all up to it, rounded down. */
export function inParts(
  parts: readonly AssetPart[],
  { times, by }: { readonly times: bigint; readonly by: bigint },
): AssetPart[] {
  let paid = 0n;
  return parts.map(({ source, amount }) => {
    const before = (paid * times) / by;
    paid += amount;
    return { source, amount: (paid * times) / by - before };
  });
}

const atMost = (days: bigint, most: bigint): bigint => (days < most ? days : most);
