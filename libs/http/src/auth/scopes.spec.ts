import { expect, test } from '@jest/globals';
import { scopeOf, SCOPES } from './scopes.js';

test.each([
  ['GET', 'sales/:receipt', 'sales:read'],
  ['HEAD', 'sales', 'sales:read'],
  ['POST', 'sales', 'sales:write'],
  ['GET', 'totals/sales', 'sales:read'],
  ['GET', 'prices', 'sales:read'],
  ['GET', 'own-rule-sets/:code', 'rule-sets:read'],
  ['GET', 'accounts/members/:number', 'ledger:read'],
  ['GET', 'debts', 'ledger:read'],
  ['GET', 'certificate-register', 'certificates:read'],
])('a key that may %s %s has a scope that can be given', (method, route, scope) => {
  expect(scopeOf(method, route)).toBe(scope);
  expect(SCOPES).toContain(scope);
});

test('how far a command has come is told to every key, and other kinds are written by no other name', () => {
  expect(scopeOf('GET', 'commands/:id')).toBeNull();
  expect(SCOPES).not.toContain(scopeOf('POST', 'own-rule-sets'));
});
