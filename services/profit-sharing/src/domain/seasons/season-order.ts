import { Refusal, type Day } from '@ayni/kernel';

/** A season whose shares were approved, or that waits for them. */
export type SeasonInOrder = { readonly code: string; readonly from: Day };

/**
 * What a season leaves goes into the one after it, so each is shared before the next.
 * @param earlier the first of the seasons before it that has no approved run
 * @throws Refusal `earlier-season-unshared`
 */
export function refuseUnshared({ code }: SeasonInOrder, earlier: string | undefined): void {
  if (earlier !== undefined) throw new Refusal('earlier-season-unshared', '', { season: code, earlier });
}

/** Whether a season's shares take up what a later one left: it was approved before this one, or opened before it. */
export const isOutOfOrder = ({ from }: SeasonInOrder, followed: SeasonInOrder | undefined): boolean =>
  followed !== undefined && followed.from > from;
