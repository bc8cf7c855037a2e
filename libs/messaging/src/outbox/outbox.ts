import { faultOf } from '@ayni/contracts';
import type { EventTable } from '@ayni/database/event-table';
import type { Insertable } from '@ayni/database/insert';
import { newEventId } from '@ayni/database/new-id';
import { parseCommandId } from '@ayni/kernel';
import { traceparent } from '../trace.js';
import { OutboxEntity } from './outbox.entity.js';

/** Where a service's events wait for its relay: in the transaction of the effect that they tell of. */
export const outbox: EventTable = {
  entity: OutboxEntity,
  row({ type, aggregate, seq, data, cause }, { command, now }): Insertable<OutboxEntity> {
    const fault = faultOf(type, data);
    if (fault) throw new Error(`${type.type} of ${aggregate} breaks its own schema: ${fault.en}`);
    return {
      eventId: newEventId(),
      aggregate,
      seq,
      type: type.type,
      commandId: cause ? parseCommandId(cause.commandid) : command,
      occurredAt: now.toISOString(),
      data: JSON.stringify(data),
      traceparent: cause ? (cause.traceparent ?? null) : traceparent(),
    };
  },
};
