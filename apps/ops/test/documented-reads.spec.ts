import { expect, test } from '@jest/globals';
import { events, SERVICES, topicOf } from '@ayni/contracts';
import { declaredTypes } from '@ayni/service-kit/open-inbox';
import { documentedReads } from '@ayni/testing-systems/documented-reads';
import { definitionAlone } from '../src/definitions-alone.js';

test.each(SERVICES)('the how-to for Kafka names the topics that %s listens to, and no others', async (service) => {
  const types = await declaredTypes(await definitionAlone(service));
  const topics = new Set(events.filter(({ type }) => types.has(type)).map(topicOf));
  expect((await documentedReads(service)).sort()).toEqual([...topics].sort());
});
