import { userChanged, workConfirmed } from '@ayni/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client, TestService } from '@ayni/testing-service/service';
import { DAY, Farm, startProduction } from './farm.js';

let service: TestService;
let farm: Farm;
beforeAll(async () => {
  service = await startProduction();
});
afterAll(() => service.stop());
beforeEach(async () => {
  farm = await Farm.of(service);
});

type User = {
  readonly name: string;
  readonly roles: readonly string[];
  readonly member?: string;
  readonly active?: boolean;
};

/** Has the service hear of users, at their first version. */
const users = (...all: readonly User[]): Promise<void> =>
  service.hear(farm.coop, (tx) => {
    for (const user of all)
      tx.publish(userChanged, `user/${user.name}`, 1, { version: 1, active: true, ...user, roles: [...user.roles] });
  });

const ANA = { name: 'ana', roles: ['manager'] };
const record = (by: Client, member = '007'): Promise<unknown> =>
  by
    .post('/work', { rows: [{ code: 'W1', workedOn: DAY, member, activity: 'weeding', minutes: 60 }] })
    .expect(201)
    .then();
const confirm = (by: Client) => by.post('/confirmations', { codes: ['W1'] });
const shown = async (): Promise<unknown> => (await farm.manager.get('/work').expect(200)).body.items[0];

describe('her own work', () => {
  const FIRST = { name: 'first', roles: ['president', 'treasurer', 'manager'] } as const;

  test('is confirmed by nobody who is she: the first user of a co-op neither, with every office and alone', async () => {
    await users({ ...FIRST, member: '007' });
    const first = await service.signIn(farm.coop, { user: 'first', roles: FIRST.roles, member: '007' });
    await record(first);
    expect((await confirm(first).expect(403)).body).toMatchObject({ code: 'second-person-needed' });
    const twin = await service.signIn(farm.coop, { user: 'twin', roles: ['manager'], member: '007' });
    await confirm(twin).expect(403);
    expect(await shown()).toMatchObject({ confirmedBy: null });
  });

  test('is not hers to confirm with what she held before she was linked to the member', async () => {
    const first = await service.signIn(farm.coop, { user: 'first', roles: FIRST.roles });
    await users({ ...FIRST, member: '007' });
    await service.hear(farm.coop, (tx) =>
      tx.publish(userChanged, 'user/first', 2, {
        version: 2,
        active: true,
        ...FIRST,
        roles: [...FIRST.roles],
        member: '007',
      }),
    );
    await record(farm.manager);
    const answer = await confirm(first);
    expect([401, 403]).toContain(answer.status);
    expect(await shown()).toMatchObject({ confirmedBy: null });
  });
});

describe('work that somebody entered for another', () => {
  test('is confirmed by a third person where there is one who may', async () => {
    await users(ANA, { name: 'paula', roles: ['president'] });
    await record(farm.manager);
    expect((await confirm(farm.manager).expect(403)).body).toMatchObject({
      code: 'second-person-needed',
      pointer: '/codes/0',
    });
    const paula = await service.signIn(farm.coop, { user: 'paula', roles: ['president'] });
    await confirm(paula).expect(201);
    expect(await shown()).toMatchObject({ confirmedBy: 'paula', onePerson: false });
  });

  test('is not confirmed by another user who is the same member', async () => {
    const twin = { name: 'twin', roles: ['president'], member: '008' };
    await users(ANA, { name: 'berta', roles: ['manager', 'member'], member: '008' }, twin);
    await record(farm.berta);
    const other = await service.signIn(farm.coop, { user: 'twin', roles: ['president'], member: '008' });
    expect((await confirm(other).expect(403)).body).toMatchObject({ code: 'second-person-needed' });
    await confirm(farm.manager).expect(201);
  });

  test.each<[string, User[]]>([
    ['nobody else may confirm', []],
    ['the only other one was dismissed', [{ name: 'paula', roles: ['president'], active: false }]],
    ['the only other one did the work', [{ name: 'paula', roles: ['president'], member: '007' }]],
    ['the others may not confirm', [{ name: 'tina', roles: ['treasurer'] }]],
    ['the only other one is the same member', [{ name: 'self', roles: ['president'], member: '008' }]],
  ])('may be confirmed by who entered it where %s, and says so', async (_, others) => {
    await users({ name: 'berta', roles: ['manager', 'member'], member: '008' }, ...others);
    await record(farm.berta);
    await confirm(farm.berta).expect(201);
    expect(await shown()).toMatchObject({ confirmedBy: 'berta', onePerson: true });
    const [told] = (await service.told(farm.coop)).filter(({ type }) => type === workConfirmed.type);
    expect(Object.keys(Object(told?.data)).sort()).toEqual(['activity', 'code', 'day', 'member', 'minutes']);
  });
});
