import type { LoggedEvent } from '../outbox/logged-event.js';
import type { Inbox } from '../inbox/inbox.js';

/** How events get from one service's outbox to another's inbox. */
export interface Carrier {
  /**
   * Hands a batch on, in position order, and returns when it is acknowledged. A carrier whose
   * consumers read the outbox itself has none.
   */
  send?(batch: readonly LoggedEvent[]): Promise<void>;
  /** Wakes consumers of the same process: the log of `service` has grown. */
  ring?(service: string): void;
  /** Begins to bring `inbox` the events of the types that it declares. */
  subscribe(inbox: Inbox): Subscription;
}

/** A running flow of events into one inbox. */
export interface Subscription {
  /** Ends after the batch that is being applied. */
  stop(): Promise<void>;
  /** By source service: how many positions lie between its log's end and what was applied. */
  lag(): Promise<ReadonlyMap<string, number>>;
}
