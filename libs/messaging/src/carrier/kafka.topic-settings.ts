import kafkajs, { type Admin } from 'kafkajs';
import { fieldOf } from '@ayni/kernel';
import type { TopicDeclaration } from './topics.js';

/** Where a setting comes from that somebody gave to the topic itself. */
const OF_THE_TOPIC = 1;
/** What kafkajs reads by itself; a broker recompresses what it is sent into anything else that it is set to. */
const READABLE = new Set(['producer', 'uncompressed', 'gzip']);

/** A topic that is set otherwise than is declared. */
export type WrongSettings = {
  readonly topic: string;
  /** By name, what was found and what is declared. */
  readonly wrong: ReadonlyMap<string, { readonly found: string; readonly declared: string }>;
  /** All that is to be set on the topic: Kafka takes the whole. */
  readonly whole: ReadonlyMap<string, string>;
  /** Whether records may have been deleted by it, or written so that they cannot be read. */
  readonly mayLose: boolean;
};

const LOSING = new Set(['cleanup.policy', 'retention.ms', 'retention.bytes', 'compression.type']);

/** Whether what a topic has of a setting does for what is declared. */
const DOES: Readonly<Record<string, (found: string, declared: string) => boolean>> = {
  'compression.type': (found) => READABLE.has(found),
  'max.message.bytes': (found, declared) => Number(found) >= Number(declared),
};

/**
 * Compares topics with their declaration. One that the broker does not let us look at is left out: whoever made it
 * answers for it.
 * @param names those to look at, with their prefix
 */
export async function wrongSettings(
  admin: Admin,
  prefix: string,
  topics: readonly TopicDeclaration[],
  names: readonly string[],
): Promise<readonly WrongSettings[]> {
  const looked = topics.filter(({ name }) => names.includes(prefix + name));
  if (looked.length === 0) return [];
  const resources = looked.map(({ name }) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name: prefix + name }));
  const described = await admin.describeConfigs({ resources, includeSynonyms: false }).catch((error: unknown) => {
    if (/AUTHORIZATION/.test(String(fieldOf(error, 'type')))) return undefined;
    throw error;
  });
  return (described?.resources ?? []).flatMap(({ resourceName, configEntries }) => {
    const declared = looked.find(({ name }) => prefix + name === resourceName);
    if (!declared) return [];
    const found = new Map(configEntries.map(({ configName, configValue }) => [configName, configValue]));
    const wrong = new Map(
      Object.entries(declared.settings).flatMap(([name, value]) => {
        const has = found.get(name);
        const does = has === undefined || (DOES[name]?.(has, value) ?? has === value);
        return does ? [] : [[name, { found: has, declared: value }] as const];
      }),
    );
    if (wrong.size === 0) return [];
    const own = configEntries.filter((entry) => Number(fieldOf(entry, 'configSource')) === OF_THE_TOPIC);
    const whole = new Map([
      ...own.map(({ configName, configValue }): [string, string] => [configName, configValue]),
      ...Object.entries(declared.settings),
    ]);
    return [{ topic: resourceName, wrong, whole, mayLose: [...wrong.keys()].some((name) => LOSING.has(name)) }];
  });
}

/** Sets topics as they are declared, and leaves what else somebody gave them. */
export async function setAgain(admin: Admin, all: readonly WrongSettings[]): Promise<void> {
  await admin.alterConfigs({
    validateOnly: false,
    resources: all.map(({ topic, whole }) => ({
      type: kafkajs.ConfigResourceTypes.TOPIC,
      name: topic,
      configEntries: [...whole].map(([name, value]) => ({ name, value })),
    })),
  });
}

export const sentenceOf = ({ topic, wrong }: WrongSettings): string => {
  const told = [...wrong].map(([name, { found, declared }]) => `${name} ${found}, which is ${declared} again`);
  return `Topic ${topic} was set otherwise than is declared: ${told.join('; ')}.`;
};
