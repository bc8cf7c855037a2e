import type { ServiceName } from '@ayni/contracts';
import { parseCoopId } from '@ayni/kernel';
import { newCommandId } from '@ayni/database/new-id';
import { withInbox } from '@ayni/service-kit/open-inbox';
import { answer } from '../answer.js';
import { Complaint } from '../complaint.js';
import { connected } from '../connect.js';
import { coopNames } from '../coop-codes.js';
import { definitionAlone } from '../definitions-alone.js';
import type { OpsContext, SystemOptions } from '../ops-context.js';
import { withSystem, type System } from '../open-system.js';
import { readAggregate } from './aggregate.js';
import { findParked, type ParkedEvent, type ParkedRecord } from './find-parked.js';

const REASON_MAX = 500;

type Options = SystemOptions & { readonly reason: string; readonly service?: ServiceName };

/** `parked drop`: gives an event or a record up for good, for a reason that stays. */
export async function dropParked(id: string, options: Options, context: OpsContext): Promise<void> {
  const { say } = context;
  const reason = options.reason.trim();
  if (reason === '' || reason.length > REASON_MAX) throw new Complaint('reasonNeeded', { max: String(REASON_MAX) });
  await withSystem(options, context, async (system) => {
    const found = await findParked(system, { service: options.service, id }, context.language);
    const services = [...new Set(found.map(({ service }) => service))];
    const [one] = found;
    if (!one || services.length > 1) throw new Complaint('whichService', { id, services: services.join(', ') });
    if (one.kind === 'record') {
      await dropRecord(system, one, reason);
      answer({ dropped: { ...one, reason }, parked: [] }, options.json, () => [say('recordDropped', { id, reason })]);
      return;
    }
    await dropEvent(system, one, reason, context.signal);
    const name = await coopNames(system);
    const rest = (await readAggregate(system, one, context.language)).filter(({ state }) => state === 'parked');
    const { service, aggregate } = one;
    answer({ dropped: { ...one, coop: name(one.coop), reason }, parked: rest }, options.json, () => [
      say('eventDropped', { id, service, reason, type: one.type, aggregate }),
      ...(rest.length === 0 ? [] : [say('restParked', { aggregate })]),
      ...rest.map(({ id: other, type, seq }) => `  ${seq}  ${type}  ${other}`),
      ...rest.slice(0, 1).map((first) => say('replayRest', { id: first.id, service })),
    ]);
  });
}

async function dropEvent(system: System, one: ParkedEvent, reason: string, signal: AbortSignal): Promise<void> {
  const { service, coop, id } = one;
  const aggregate = await withInbox(await definitionAlone(service), system.url(service, 'runtime'), signal, (inbox) =>
    inbox.drop(parseCoopId(coop), newCommandId(), id, reason),
  );
  if (aggregate === undefined) throw new Complaint('notParked', { id });
}

async function dropRecord(system: System, one: ParkedRecord, reason: string): Promise<void> {
  const dropped = await connected(system.url(one.service, 'operator'), (client) =>
    client.query(
      `UPDATE parked_records SET dropped_at = now(), drop_reason = $4
       WHERE topic = $1 AND partition = $2 AND record_offset = $3 AND dropped_at IS NULL`,
      [one.topic, one.partition, one.offset, reason],
    ),
  );
  if (dropped.rowCount === 0) throw new Complaint('notParked', { id: one.id });
}
