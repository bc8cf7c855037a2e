import type { CloudEvent } from '@ayni/contracts';
import type { Transaction } from '@ayni/database/transaction';

/**
 * What a handler gets beside its events: the transaction that its effect and the inbox rows share,
 * and the two words by which events wait for each other.
 */
export class HandlerContext {
  readonly waits = new Map<string, string>();
  readonly released: string[] = [];

  constructor(readonly tx: Transaction) {}

  /** This event cannot be applied before the fact called `reference` has arrived; it waits for it. */
  wait(event: CloudEvent, reference: string): void {
    this.waits.set(event.id, reference);
  }

  /** The fact called `reference` is here now; what waited for it is applied in this transaction. */
  release(reference: string): void {
    this.released.push(reference);
  }
}

/**
 * Applies a run of events of one type and one co-op, in the order in which they were written.
 * A handler is a Nest `@EventPattern` method: `(events, context) => Promise<void>`.
 */
export type Dispatch = (type: string, events: readonly CloudEvent[], context: HandlerContext) => Promise<void>;
