import { expect, test } from '@jest/globals';
import { parseCoopId } from '@ayni/kernel';
import type { Principal } from '@ayni/http/auth/principal';
import { readableTypes } from './readable-types.js';

const WORK = 'ayni.production.work-confirmed.v1';
const SALE = 'ayni.sales.sale-recorded.v1';
const USER = 'ayni.members.user-changed.v1';

const who = (roles: Principal['roles'], scopes: Principal['scopes'] = null): Principal => ({
  ...{
    user: 'ana',
    coop: parseCoopId('01980000-0000-7000-8000-000000000001'),
    roles,
    scopes,
    member: null,
    version: 1,
    access: null,
    choosing: false,
  },
});

test('everybody who may follow follows public events, and nobody is told of users', () => {
  for (const principal of [who(['manager']), who(['integrator']), who(['treasurer'], ['events:read'])]) {
    const all = readableTypes(principal, undefined);
    expect(all).toContain(SALE);
    expect(all).not.toContain(WORK);
    expect(readableTypes(principal, `${SALE},${USER},x`)).toEqual([SALE]);
  }
});

test('what names members is for people who hold an office, where they ask for it', () => {
  expect(readableTypes(who(['manager']), `${WORK},${SALE}`)).toEqual([WORK, SALE]);
  expect(readableTypes(who(['integrator']), WORK)).toEqual([]);
  expect(readableTypes(who(['treasurer'], ['events:read']), WORK)).toEqual([]);
});
