import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { events, findEventType, topicOf, type CloudEvent, type EventType } from '@ayni/contracts';
import { uuidv7 } from 'uuidv7';

/** How a new topic is declared: one partition, and nothing is ever deleted. Who needs more changes it before its first use. */
const NEW_TOPIC = {
  partitions: 1,
  settings: {
    'cleanup.policy': 'delete',
    'retention.ms': '-1',
    'retention.bytes': '-1',
    'max.message.bytes': '2097152',
  },
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

type Written = { readonly file: string; readonly text: string };

/**
 * What follows from the declarations of events and is kept in files beside them, so that a change of it is seen: what
 * is there stays as it is, what is missing is added.
 */
export async function staleDeclared(project: string): Promise<readonly Written[]> {
  const read = (file: string): Promise<string> => readFile(join(project, file), 'utf8');
  const files = [
    { file: 'infra/kafka/topics.json', add: addTopics },
    { file: 'libs/contracts/released.json', add: addHashes },
  ];
  const stale: Written[] = [];
  for (const { file, add } of files) {
    const kept = await read(file);
    const text = add(kept);
    if (text !== kept) stale.push({ file, text });
  }
  for (const event of events) {
    const file = sampleFile(event);
    const recorded = findEventType(event.type.replace(/-reversed\.v1$/, '-recorded.v1'));
    if (recorded && recorded !== event && !existsSync(join(project, file)))
      stale.push({ file, text: reversedSample(event, JSON.parse(await read(sampleFile(recorded)))) });
  }
  return stale;
}

function addTopics(kept: string): string {
  const topics: { name: string }[] = JSON.parse(kept);
  const names = new Set(topics.map(({ name }) => name));
  const missing = [...new Set(events.map(topicOf))].filter((name) => !names.has(name));
  return missing.length === 0 ? kept : json([...topics, ...missing.map((name) => ({ name, ...NEW_TOPIC }))]);
}

function addHashes(kept: string): string {
  const hashes: Record<string, string> = JSON.parse(kept);
  const missing = events.filter(({ type }) => hashes[type] === undefined);
  if (missing.length === 0) return kept;
  for (const { type, schema } of missing)
    hashes[type] = createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 16);
  return json(hashes);
}

/** The golden sample of a reversal, made of that of the fact that it takes back. */
function reversedSample({ type }: EventType, recorded: CloudEvent<object>): string {
  const data = { ...recorded.data, reason: 'entered twice' };
  const dataschema = recorded.dataschema.replace(recorded.type, type);
  return json({ ...recorded, id: uuidv7(), type, dataschema, aggregateseq: 2, data });
}

function sampleFile({ type }: EventType): string {
  const [, service, fact, version] = type.split('.');
  return `libs/contracts/samples/${service}/${fact}.${version}.json`;
}
