import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import type { Who } from '../api/who.js';
import { keepDraft, readDraft } from './drafts.js';
import { store } from './store.js';
import { forgetWho, keepWho } from './who.js';

const coop = { code: 'chacoma', name: 'Chacoma', currency: 'BOB', timezone: 'America/La_Paz', places: 2 };
const martina: Who = { user: 'martina', roles: ['treasurer'], member: null, coop };
const typed = () => readDraft('expense').get('amount');

beforeEach(async () => {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, text: string) => void (kept[name] = text),
    removeItem: (name: string) => delete kept[name],
  };
  // as in a browser, the names of what is kept are the only ones of its own
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    value: new Proxy(kept, { get: (_, name) => Reflect.get(methods, name) }),
  });
  await keepWho(martina);
  keepDraft('expense', [['amount', '80.00']]);
});

afterAll(async () => (await store()).close());

test('who signs in again goes on with what she typed', async () => {
  await keepWho({ ...martina, roles: ['treasurer', 'seller'] });
  expect(typed()).toBe('80.00');
});

test('who comes next finds nothing that another typed, whether that one signed out or her session ended', async () => {
  await keepWho({ ...martina, user: 'justa' });
  expect(typed()).toBeUndefined();
  keepDraft('expense', [['amount', '80.00']]);
  await keepWho({ ...martina, user: 'justa', coop: { ...coop, code: 'viacha' } });
  expect(typed()).toBeUndefined();
  keepDraft('expense', [['amount', '80.00']]);
  await forgetWho();
  expect(typed()).toBeUndefined();
});
