import { useState } from 'react';
import { ask } from '../../api/ask.js';
import { newKey } from '../../api/new-key.js';
import { Problem } from '../../api/problem.js';
import { serverNow } from '../../api/server-time.js';
import { useWho } from '../../hooks/use-who.js';
import { nextReceipt } from '../../offline/device.js';
import { keep, undo } from '../../offline/queue.js';
import { noonOf } from '../../words/dates.js';
import { totalOf, type Line, type SentSale } from './line.js';
import type { Stall } from './stall.js';

const SALE = 'POST /api/sales/v1/sales';
/** So long a sale can be undone before it is sent. */
export const UNDO_MS = 10_000;

/** What came of the last sale. */
export type Charged =
  | { readonly state: 'kept'; readonly key: string; readonly receipt: string; readonly total: string }
  /** This device keeps nothing: it was sent at once. */
  | { readonly state: 'sent'; readonly receipt: string }
  | { readonly state: 'lost'; readonly problem: Problem }
  | { readonly state: 'undone' };

/** Charging at a stall: the sale is on this device's disk before it says so. */
export function useCharge(stall: Stall) {
  const { places, timezone } = useWho().coop;
  const [charged, setCharged] = useState<Charged>();

  const charge = async (lines: readonly Line[]): Promise<void> => {
    const receipt = await nextReceipt();
    const soldAt = stall.day === undefined ? serverNow() : noonOf(stall.day, timezone);
    const sale: SentSale = {
      ...{ receipt, soldAt: soldAt.toISOString(), market: stall.market, payment: stall.payment },
      lines: [...lines],
    };
    const sent = { body: { rows: [sale] } };
    const total = totalOf(lines, places);
    try {
      const { key } = await keep(SALE, sent, receipt, { heldMs: UNDO_MS });
      setCharged({ state: 'kept', key, receipt, total });
    } catch {
      setCharged(await sentAtOnce(sent, receipt));
    }
  };
  const takeBack = async (key: string): Promise<void> => {
    // too late: it is on its way, and is taken back with a reason
    if (await undo(key)) setCharged({ state: 'undone' });
    else setCharged(undefined);
  };
  return { charged, charge, takeBack, forget: () => setCharged(undefined) };
}

async function sentAtOnce(sent: { body: { rows: SentSale[] } }, receipt: string): Promise<Charged> {
  try {
    await ask(SALE, sent, { key: newKey() });
    return { state: 'sent', receipt };
  } catch (error) {
    if (error instanceof Problem) return { state: 'lost', problem: error };
    throw error;
  }
}
