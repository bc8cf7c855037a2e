import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { booksClosed, events, findEventType, topicOf } from '@ayni/contracts';
import { readTopics } from '../src/carrier/topics.js';

const samples = new URL('../../contracts/samples/', import.meta.url);

describe('the declared topics', () => {
  test('are those of the events, no more and no fewer', async () => {
    const names = (await readTopics()).map(({ name }) => name);
    expect([...names].sort()).toEqual([...new Set(events.map(topicOf))].sort());
  });

  test('keep all events of an aggregate together, and each has one kind of aggregate', async () => {
    const topicOfKind = new Map<string, string>();
    const kindOfTopic = new Map<string, string>();
    const files = await readdir(samples, { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.json'))) {
      const sample: unknown = JSON.parse(await readFile(new URL(file, samples), 'utf8'));
      const { type: name, aggregate } = Object(sample);
      const type = findEventType(String(name));
      if (!type) throw new Error(`${file} shows an event that is not declared`);
      const kind = `${type.service} ${String(aggregate).split('/')[0]}`;
      const topic = topicOf(type);
      expect([topicOfKind.get(kind) ?? topic, kindOfTopic.get(topic) ?? kind]).toEqual([topic, kind]);
      topicOfKind.set(kind, topic);
      kindOfTopic.set(topic, kind);
    }
    expect(kindOfTopic.size).toBe((await readTopics()).length);
  });

  test('tell by their name who may read them', async () => {
    const internal = new Set(events.filter(({ audience }) => audience === 'internal').map(topicOf));
    for (const { name } of await readTopics())
      expect([name, name.endsWith('.internal')]).toEqual([name, internal.has(name)]);
  });

  test('keep every event for good, but of books the last report only', async () => {
    const books = new Set(Object.values(booksClosed).map(topicOf));
    for (const { name, settings } of await readTopics()) {
      expect({ name, ...settings }).toMatchObject({
        'cleanup.policy': books.has(name) ? 'compact' : 'delete',
        'retention.ms': '-1',
        'retention.bytes': '-1',
      });
      expect(Number(settings['max.message.bytes'])).toBeGreaterThanOrEqual(2_097_152);
    }
  });

  test.each([
    ['no JSON', '['],
    ['no list', '{}'],
    ['a topic without partitions', '[{ "name": "a", "settings": {} }]'],
    ['a topic of no partitions', '[{ "name": "a", "partitions": 0, "settings": {} }]'],
    ['a topic twice', `[${Array(2).fill('{ "name": "a", "partitions": 1, "settings": {} }').join()}]`],
  ])('are refused with the name of the file: %s', async (_, text) => {
    const file = join(tmpdir(), `ayni-topics-${randomBytes(4).toString('hex')}.json`);
    await writeFile(file, text);
    try {
      await expect(readTopics(file)).rejects.toThrow(`${file} should be a list of topics`);
    } finally {
      await rm(file);
    }
  });
});
