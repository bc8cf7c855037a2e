import type { CloudEvent, DataOf, EventType } from '@ayni/contracts';
import type { CommandId } from '@ayni/kernel';
import type { ObjectLiteral } from 'typeorm';

/** What an event follows from: a command or an earlier event, by the command's id and its trace. */
export type Cause = Pick<CloudEvent, 'commandid' | 'traceparent'>;

/** The number of an aggregate's first event; each that follows has the next one. */
export const FIRST_SEQ = 1;

/** An event as a transaction publishes it. */
export type Publication<T extends EventType> = {
  readonly type: T;
  readonly aggregate: string;
  readonly seq: number;
  readonly data: DataOf<T>;
  /** What it follows from, where that is not the command at hand: an event, or one of several commands. */
  readonly cause: Cause | undefined;
};

/** The table that published events are written to when their transaction ends, as whoever hands them on wants them. */
export type EventTable = {
  readonly entity: new () => ObjectLiteral;
  /** @throws Error where the event breaks its own schema */
  row<T extends EventType>(
    publication: Publication<T>,
    by: { readonly command: CommandId; readonly now: Date },
  ): object;
};
