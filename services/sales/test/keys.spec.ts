import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { receipt, Stall } from './stall.js';

let service: TestService;
beforeAll(async () => {
  service = await Stall.start();
});
afterAll(() => service.stop());

const key = { 'idempotency-key': 'k1' };

test('one key of two people is two keys: neither gets the answer of the other', async () => {
  const stall = await Stall.open(service);
  const other = await service.signIn(stall.coop, { user: 'beto', roles: ['manager'] });
  const first = await stall.manager.post('/sales', { rows: [receipt('R1')] }, key).expect(201);
  const second = await other.post('/sales', { rows: [receipt('R2')] }, key).expect(201);
  expect(second.headers['idempotent-replay']).toBeUndefined();
  expect(second.body.command.id).not.toBe(first.body.command.id);
  expect(await stall.rows()).toMatchObject({ receipts: 2 });
});

test('one key on two paths is refused on the second, though what is sent is the same', async () => {
  const stall = await Stall.open(service);
  await stall.manager.post('/sales', { rows: [receipt('R1'), receipt('R2')] }).expect(201);
  const reason = { reason: 'never paid' };
  await stall.manager.post('/sales/R1/reversal', reason, key).expect(201);
  const { body } = await stall.manager.post('/sales/R2/reversal', reason, key).expect(409);
  expect(body.code).toBe('idempotency-key-reused');
  expect(await stall.rows()).toMatchObject({ reversals: 1 });
});

test('a phone may be away for 180 days: its key is known just before their end, and new just after', async () => {
  const stall = await Stall.open(service);
  const load = { rows: [receipt('R1')] };
  const sentAgo = async (name: string, ago: string): Promise<Record<string, string>> => {
    const mine = { 'idempotency-key': name };
    await stall.manager.post('/sales', load, mine).expect(201);
    await service.sql.query(
      `UPDATE commands SET done_at = $3::timestamptz - $4::interval WHERE coop_id = $1 AND key = $2`,
      [stall.coop, name, sweeping, ago],
    );
    return mine;
  };
  const sweeping = '2026-07-04T12:00:00-04:00';
  const [before, after] = [await sentAgo('before', '179 days 23:59:59'), await sentAgo('after', '180 days 00:00:01')];
  service.clock.moveTo(sweeping);
  // the first command of a day takes away what is too old
  await stall.manager.post('/sales', { rows: [receipt('R2')] }).expect(201);
  const answers = [await stall.manager.post('/sales', load, before), await stall.manager.post('/sales', load, after)];
  expect(answers.map(({ status, headers }) => [status, headers['idempotent-replay']])).toEqual([
    [201, 'true'],
    [201, undefined],
  ]);
  // what is sent once more under a key that is gone is known by its receipt
  expect(answers[1]?.body).toMatchObject({ recorded: 0, unchanged: 1 });
  expect(await stall.rows()).toMatchObject({ receipts: 2 });
});
