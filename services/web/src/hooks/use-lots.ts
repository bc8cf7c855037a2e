import { daysAfter } from '../words/week.js';
import type { ItemOf } from './use-list.js';
import { useWhole } from './use-whole.js';

export type Lot = ItemOf<'GET /api/inventory/v1/lots'>;

/** Fresh produce is long gone after so many days; what keeps longer does not expire within them. */
const LOOKED_BACK = 180;
/** So many days before it expires a lot is told of. */
const SOON = 3;

/** The lots of the last months, as they stand at the end of a day. */
export const useLots = (today: string) =>
  useWhole('GET /api/inventory/v1/lots', { query: { from: daysAfter(today, -LOOKED_BACK), on: today } });

/** Those that are still in the store and have expired, or do so soon; the first to go first. */
export const expiring = (lots: readonly Lot[], today: string): readonly Lot[] =>
  lots
    .filter(
      ({ reversal, remaining, expiresOn }) =>
        reversal === null && remaining !== '0' && expiresOn !== null && expiresOn <= daysAfter(today, SOON),
    )
    .sort((one, other) => (one.expiresOn ?? '').localeCompare(other.expiresOn ?? ''));
