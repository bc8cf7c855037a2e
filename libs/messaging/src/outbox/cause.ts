import type { Cause } from '@ayni/database/event-table';
import type { CommandId } from '@ayni/kernel';
import { traceparent } from '../trace.js';

export type { Cause };

/** A command as the cause of its events, in the trace of the work at hand. */
export function causeOf(command: CommandId): Cause {
  const trace = traceparent();
  return trace === null ? { commandid: command } : { commandid: command, traceparent: trace };
}
