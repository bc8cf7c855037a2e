import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Who } from '../api/who.js';
import { answersOf, noteAsked } from './opened.js';
import { keepRead, keepWhole } from './reads.js';
import { store } from './store.js';
import { forgetWho, keepWho } from './who.js';

const coop = { code: 'chacoma', name: 'Chacoma', currency: 'BOB', timezone: 'America/La_Paz', places: 2 };
const martina: Who = { user: 'martina', roles: ['seller'], member: null, coop };
const [FERIAS, PRICES] = ['GET /api/sales/v1/markets', 'GET /api/sales/v1/prices'] as const;
const here = { query: { market: 'Villa Dolores' } };

/** A page is opened, and asks for so much. */
function opened(path: string, ...asked: readonly (readonly [string, object, isWhole?: true])[]): void {
  for (const [route, sent, isWhole = false] of asked) noteAsked(path, { route, sent, isWhole });
  jest.runOnlyPendingTimers();
}

beforeEach(async () => {
  // the store of the tests has its own way of waiting
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'Date'] });
  await forgetWho();
  await keepWho(martina);
  await keepRead(PRICES, here, { items: [] });
  await keepWhole(FERIAS, {}, ['Villa Dolores']);
});

afterAll(async () => (await store()).close());

test('a page opens with what it asked for when it was open last, and with nothing else', async () => {
  await keepRead(PRICES, { query: { market: 'Río Seco' } }, { items: [] });
  opened('/vender', [PRICES, here], [FERIAS, {}, true]);
  opened('/otra', [FERIAS, {}, true]);
  expect(await answersOf('/vender', martina)).toEqual([
    { route: PRICES, sent: here, isWhole: false, answer: { items: [] } },
    { route: FERIAS, sent: {}, isWhole: true, answer: ['Villa Dolores'] },
  ]);
  opened('/vender', [FERIAS, {}, true]);
  expect(await answersOf('/vender', martina)).toHaveLength(1);
  expect(await answersOf('/nunca', martina)).toEqual([]);
});

test('a page that asked for what was never answered opens without it', async () => {
  opened('/vender', [PRICES, { query: { market: 'El Alto' } }], [PRICES, here]);
  expect(await answersOf('/vender', martina)).toEqual([
    { route: PRICES, sent: here, isWhole: false, answer: { items: [] } },
  ]);
});

test('nobody opens with what was answered to another, nor with anything once she signed out', async () => {
  opened('/vender', [PRICES, here]);
  expect(await answersOf('/vender', { ...martina, user: 'justa' })).toEqual([]);
  expect(await answersOf('/vender', { ...martina, coop: { ...coop, code: 'viacha' } })).toEqual([]);
  noteAsked('/vender', { route: FERIAS, sent: {}, isWhole: true });
  await forgetWho();
  jest.runOnlyPendingTimers();
  expect(await (await store()).count('asked')).toBe(0);
  expect(await answersOf('/vender', martina)).toEqual([]);
});
