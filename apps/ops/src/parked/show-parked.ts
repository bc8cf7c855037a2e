import { isUtf8 } from 'node:buffer';
import type { ServiceName } from '@ayni/contracts';
import { jsonOf, type Language } from '@ayni/kernel';
import type { Say } from '../translations.js';
import { answer, atMinute } from '../answer.js';
import { connected } from '../connect.js';
import { coopNames, type CoopName } from '../coop-codes.js';
import type { OpsContext, SystemOptions } from '../ops-context.js';
import { withSystem, type System } from '../open-system.js';
import { readAggregate, type InAggregate } from './aggregate.js';
import { findParked, type ParkedEvent, type ParkedRecord } from './find-parked.js';

/** `parked show`: the whole of an event or a record, why it is parked, and what is behind it. */
export async function showParked(
  id: string,
  { data, json, service }: SystemOptions & { readonly service?: ServiceName },
  context: OpsContext,
): Promise<void> {
  await withSystem({ data }, context, async (system) => {
    const name = await coopNames(system);
    const shown: Shown[] = [];
    for (const one of await findParked(system, { service, id }, context.language))
      shown.push(
        one.kind === 'event' ? await wholeEvent(system, one, name, context.language) : await wholeRecord(system, one),
      );
    answer({ parked: shown }, json, () => shown.flatMap((one) => linesOf(one, context.say)));
  });
}

type WholeEvent = ParkedEvent & { readonly event: unknown; readonly behind: readonly InAggregate[] };
type WholeRecord = ParkedRecord & { readonly key: Bytes | null; readonly value: Bytes | null };
type Shown = WholeEvent | WholeRecord;

/** Bytes as they can be shown: what is no text, in hexadecimal. */
type Bytes = { readonly text: string } | { readonly hex: string };

async function wholeEvent(system: System, one: ParkedEvent, name: CoopName, language: Language): Promise<WholeEvent> {
  const event = await connected(system.url(one.service, 'operator'), async (client) => {
    const text = 'SELECT raw, body FROM inbox WHERE consumer = $1 AND event_id = $2';
    const { rows } = await client.query<{ raw: Buffer | null; body: unknown }>(text, [one.service, one.id]);
    return shownEvent(rows[0]);
  });
  const behind = (await readAggregate(system, one, language)).filter(({ id, seq }) => id !== one.id && seq >= one.seq);
  return { ...one, coop: name(one.coop), event, behind };
}

/** What is nested deeper than can be written again is shown as the text that it came as. */
function shownEvent(row: { readonly raw: Buffer | null; readonly body: unknown } | undefined): unknown {
  const text = row?.raw?.toString();
  const event = text === undefined ? row?.body : jsonOf(text);
  try {
    JSON.stringify(event);
    return event;
  } catch {
    return text;
  }
}

async function wholeRecord(system: System, one: ParkedRecord): Promise<WholeRecord> {
  return connected(system.url(one.service, 'operator'), async (client) => {
    const { rows } = await client.query<{ key: Buffer | null; value: Buffer | null }>(
      `SELECT key, value FROM parked_records WHERE topic = $1 AND partition = $2 AND record_offset = $3
       ORDER BY arrived_at DESC LIMIT 1`,
      [one.topic, one.partition, one.offset],
    );
    return { ...one, key: shownBytes(rows[0]?.key), value: shownBytes(rows[0]?.value) };
  });
}

function shownBytes(bytes: Buffer | null | undefined): Bytes | null {
  if (!bytes) return null;
  const text = bytes.toString();
  return isUtf8(bytes) && !/[^\P{Cc}\t\r\n]/u.test(text) ? { text } : { hex: bytes.toString('hex') };
}

function linesOf(one: Shown, say: Say): string[] {
  const head = [
    `${one.service}  ${one.id}`,
    `${say('since')}: ${atMinute(one.since)}`,
    `${say('reason')}: ${one.reason}`,
  ];
  if (one.kind === 'record') {
    const told = (bytes: Bytes | null): string => (bytes === null ? '-' : 'text' in bytes ? bytes.text : bytes.hex);
    return [...head, `${say('key')}: ${told(one.key)}`, `${say('bytes')}:`, told(one.value), ''];
  }
  const { coop, aggregate, behind } = one;
  return [
    ...head,
    `${say('coop')}: ${coop}`,
    JSON.stringify(one.event, undefined, 2),
    behind.length === 0 ? say('nothingBehind', { aggregate }) : `${say('behindIt', { aggregate })}:`,
    ...behind.map(({ id, type, seq }) => `  ${id}  ${type}  ${seq}`),
    '',
  ];
}
