import { userChanged } from '@ayni/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());

test('a run is not approved by another user who is the member that worked it out', async () => {
  const treasury = await Treasury.of(service);
  await treasury.open();
  await treasury.trade();
  await treasury.close();
  await service.hear(treasury.coop, (tx) => {
    for (const name of ['tina', 'twin'])
      tx.publish(userChanged, `user/${name}`, 1, {
        ...{ name, version: 1, active: true, member: '001' },
        roles: ['treasurer', 'president'],
      });
  });
  const run = await treasury.calculate();
  await treasury.treasurer.post(`/runs/${run}/proposal`, {}).expect(201);
  const twin = await service.signIn(treasury.coop, { user: 'twin', roles: ['president'], member: '001' });
  const refused = await twin.post(`/runs/${run}/approval`, { resolution: 'any' }).expect(403);
  expect(refused.body).toMatchObject({ code: 'second-person-needed' });
});
