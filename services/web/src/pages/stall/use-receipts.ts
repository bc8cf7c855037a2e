import { useKept } from '../../hooks/use-kept.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn } from '../../words/dates.js';
import { keptReversals, keptSales } from './kept-sale.js';
import { receiptsOf, type ReceiptOfDay } from './receipt-of-day.js';

const EVERY_MS = 60_000;

/** Her receipts of a day: what the books have, as it was read last, and what waits on this device. */
export function useReceipts(day: string): readonly ReceiptOfDay[] {
  const { user, coop } = useWho();
  const inBooks = useRead(
    'GET /api/sales/v1/sales',
    { query: { from: day, to: day, limit: 500 } },
    { kept: true, everyMs: EVERY_MS },
  );
  const kept = useKept() ?? [];
  return receiptsOf(
    // a manager reads those of others as well
    (inBooks.data?.value.items ?? []).filter(({ recordedBy }) => recordedBy === user),
    keptSales(kept),
    keptReversals(kept),
    (soldAt) => dayIn(coop.timezone, new Date(soldAt)) === day,
    coop.places,
  );
}
