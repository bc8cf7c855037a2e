import { coopRegistered, type CloudEvent } from '@ayni/contracts';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
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
  context: HandlerContext,
): Promise<boolean> {
  if (events[0]?.type === coopRegistered.type || (await coops.find(context.tx))) return true;
  for (const event of events) context.wait(event, COOP_KNOWN);
  return false;
}
