import type { CloudEvent } from '@ayni/contracts';
import type { CommandId } from '@ayni/kernel';
import { traceparent } from '../trace.js';

/** What an event follows from: a command or an earlier event, by the command's id and its trace. */
export type Cause = Pick<CloudEvent, 'commandid' | 'traceparent'>;

/** A command as the cause of its events, in the trace of the work at hand. */
export function causeOf(command: CommandId): Cause {
  const trace = traceparent();
  return trace === null ? { commandid: command } : { commandid: command, traceparent: trace };
}
