import { expect, test } from '@jest/globals';
import { wordFor } from '@ayni/kernel';
import { scopeOf, SCOPES } from './scopes.js';

test.each([
  ['GET', 'sales/:receipt', 'sales:read'],
  ['HEAD', 'sales', 'sales:read'],
  ['POST', 'sales', 'sales:write'],
  ['GET', 'totals/sales', 'sales:read'],
  ['GET', 'prices', 'prices:read'],
  ['GET', 'own-rule-sets/:code', 'own-rule-sets:read'],
  ['GET', 'accounts/members/:number', 'accounts:read'],
  ['GET', 'debts', 'debts:read'],
  ['GET', 'certificate-register', 'certificate-register:read'],
])('a key that may %s %s has a scope that can be given', (method, route, scope) => {
  expect(scopeOf(method, route)).toBe(scope);
  expect(SCOPES).toContain(scope);
});

test('how far a command has come is told to every key, and other kinds are written by no other name', () => {
  expect(scopeOf('GET', 'commands/:id')).toBeNull();
  expect(SCOPES).not.toContain(scopeOf('POST', 'own-rule-sets'));
});

test('what a key may read has a word for people', () => {
  const kinds = [...new Set(SCOPES.map((scope) => scope.split(':')[0] ?? ''))];
  expect(kinds.filter((kind) => (wordFor('list', kind, 'es') ?? wordFor('field', kind, 'es')) === undefined)).toEqual(
    [],
  );
});
