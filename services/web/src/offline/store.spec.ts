import 'fake-indexeddb/auto';
import { expect, test } from '@jest/globals';
import { openDB } from 'idb';
import { store } from './store.js';

test('a phone that has kept sales keeps them when it learns to keep photos', async () => {
  const before = await openDB('ayni', 2, {
    upgrade(database) {
      database.createObjectStore('who');
      database.createObjectStore('reads');
      const commands = database.createObjectStore('commands', { keyPath: 'key' });
      commands.createIndex('byState', 'state');
      commands.createIndex('byAnswer', ['state', 'answeredAt']);
      database.createObjectStore('device');
    },
  });
  await before.put('commands', { key: 'K-1', state: 'waiting' });
  await before.put('device', { code: 'ABC', last: 7 }, 'receipts');
  before.close();
  const after = await store();
  expect(await after.getAllFromIndex('commands', 'byState', 'waiting')).toEqual([{ key: 'K-1', state: 'waiting' }]);
  expect([await after.get('device', 'receipts'), await after.count('photos')]).toEqual([{ code: 'ABC', last: 7 }, 0]);
  after.close();
});
