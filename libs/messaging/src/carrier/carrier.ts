import type { Inbox } from '../inbox/inbox.js';
import type { LoggedText } from '../outbox/logged-event.js';
import type { RecordPlace } from './record-place.js';

/** How events get from one service's outbox to another's inbox. */
export interface Carrier {
  /** The broker that events are sent to. A carrier whose consumers read the outbox itself has none. */
  readonly broker?: Broker;
  /** Wakes consumers of the same process: the log of `service` has grown by `numbered`. */
  ring?(service: string, numbered: Numbered): void;
  /** Begins to bring `inbox` the events of the types that it declares. */
  subscribe(inbox: Inbox): Subscription;
}

/** Events of a log that were given the positions behind `after`, up to `upTo`. */
export type Numbered = { readonly after: bigint; readonly upTo: bigint; readonly types: readonly string[] };

/** The last record that was sent to a partition, the first that this had then, and the cluster that it is of. */
export type SentPlace = RecordPlace & { readonly low: bigint; readonly cluster: string | null };

/** What the relay needs of a broker. */
export interface Broker {
  /**
   * Hands a batch on, in position order, and returns when all of it is acknowledged.
   * @returns the last place in each partition that it went to
   */
  send(batch: readonly LoggedText[]): Promise<readonly SentPlace[]>;
  /**
   * Whether the broker still holds all that was sent up to these places. It may have lost its data since, or be another
   * one; records may have been deleted from the beginning of a topic, or be about to, where that is set otherwise than
   * is declared.
   */
  holds(places: readonly SentPlace[]): Promise<boolean>;
  /**
   * Sets the topics again as they are declared, where {@link holds} found them otherwise.
   * @returns what was put right, in a sentence for each
   */
  mend(): Promise<readonly string[]>;
}

/** A running flow of events into one inbox. */
export interface Subscription {
  /** Ends after the batch that is being applied. */
  stop(): Promise<void>;
  /** By source service: how many events or positions lie between its log's end and what was applied. */
  lag(): Promise<ReadonlyMap<string, number>>;
}
