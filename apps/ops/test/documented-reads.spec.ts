import { expect, test } from '@jest/globals';
import { heardBy, SERVICES, topicOf } from '@ayni/contracts';
import { withInbox } from '@ayni/service-kit/open-inbox';
import { documentedReads } from '@ayni/testing-systems/documented-reads';
import { testDatabase } from '@ayni/testing-systems/test-database';
import { definitionAlone } from '../src/definitions-alone.js';

test.each(SERVICES)('the how-to for Kafka names the topics that %s listens to, and no others', async (service) => {
  const topics = new Set(heardBy[service].map(topicOf));
  expect((await documentedReads(service)).sort()).toEqual([...topics].sort());
});

test.each(SERVICES)('the events that %s is said to listen to are those that it applies', async (service) => {
  const database = await testDatabase(service);
  const never = new AbortController().signal;
  const applied = await withInbox(await definitionAlone(service), database.url('runtime'), never, ({ types }) =>
    Promise.resolve([...types]),
  );
  await database.drop();
  expect(heardBy[service].map(({ type }) => type).sort()).toEqual(applied.sort());
});
