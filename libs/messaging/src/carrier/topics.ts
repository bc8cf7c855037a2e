import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { jsonOf } from '@ayni/kernel';

/** A topic as it is declared for all systems; its name stands without a prefix. */
export type TopicDeclaration = {
  readonly name: string;
  /** Never changed for a topic that is in use: keys would move to other partitions and lose their order. */
  readonly partitions: number;
  /** Settings of the topic, as Kafka names them. */
  readonly settings: Readonly<Record<string, string>>;
};

const DECLARATION = fileURLToPath(new URL('../../../../infra/kafka/topics.json', import.meta.url));

/**
 * Reads the one declaration of the topics, `infra/kafka/topics.json`. As many partitions as a federation's workers can
 * share (6) for what fields and shops write all day, fewer for what is rare, since each costs a broker files and memory.
 * Nothing is ever deleted: who begins late reads all of it. Only books are compacted, where each event holds the whole of
 * what the one before it said.
 * @throws Error where the file is missing or no declaration
 */
export async function readTopics(file: string = DECLARATION): Promise<readonly TopicDeclaration[]> {
  const text = await readFile(file, 'utf8');
  const found = jsonOf(text);
  if (
    Array.isArray(found) &&
    found.every(isDeclaration) &&
    new Set(found.map(({ name }) => name)).size === found.length
  )
    return found;
  throw new Error(`${file} should be a list of topics, each once, with "name", "partitions" and "settings".`);
}

function isDeclaration(found: unknown): found is TopicDeclaration {
  if (typeof found !== 'object' || found === null) return false;
  if (!('name' in found && 'partitions' in found && 'settings' in found)) return false;
  const { name, partitions, settings } = found;
  return (
    typeof name === 'string' &&
    Number.isInteger(partitions) &&
    Number(partitions) > 0 &&
    typeof settings === 'object' &&
    settings !== null &&
    Object.values(settings).every((value) => typeof value === 'string')
  );
}
