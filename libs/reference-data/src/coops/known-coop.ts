import { coopRegistered, type CloudEvent } from '@ayni/contracts';
import type { Delivery } from '@ayni/messaging/inbox/delivery';
import type { CoopDirectory } from './coop-directory.js';

/** What events of a co-op wait for until its registration has arrived. */
export const COOP_KNOWN = 'co-op registered';

/**
 * Holds back the events of a co-op that this service does not know yet: messages of two services
 * come in any order.
 * @returns whether they may be applied
 */
export async function admitKnownCoop(
  coops: CoopDirectory,
  events: readonly CloudEvent[],
  delivery: Delivery,
): Promise<boolean> {
  if (events[0]?.type === coopRegistered.type || (await coops.find(delivery.tx))) return true;
  for (const event of events) delivery.wait(event, COOP_KNOWN);
  return false;
}
