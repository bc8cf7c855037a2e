import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { issueSetupCode, liftBrake } from '../src/index.js';
import { NOW, Office, PASSWORD, startMembers, type Members } from './office.js';

const EARLIER = { from: '10.0.0.1' };

describe.each([
  ['a laptop', false],
  ['several processes', true],
])('the brake on signing in, on %s', (_, manyProcesses) => {
  let members: Members;
  let office: Office;
  beforeAll(async () => {
    members = await startMembers({ proxies: 1, manyProcesses });
  });
  afterAll(() => members.service.stop());
  beforeEach(async () => {
    members.service.clock.moveTo(NOW);
    office = await Office.of(members);
  });

  const signIn = (user: string, password: string, from = EARLIER.from) =>
    members.service
      .client()
      .post('/sessions', { coop: office.code, user, password }, { 'x-forwarded-for': `6.6.6.6, ${from}` });

  test('slows down who guesses from one address, and keeps nobody out who comes from another', async () => {
    for (let i = 0; i < 10; i += 1) await signIn('ana', 'not the secret', '10.0.0.2').expect(401);
    const refused = await signIn('ana', PASSWORD, '10.0.0.2').expect(429);
    expect(refused.body).toMatchObject({ code: 'too-many-attempts' });
    await signIn('ana', PASSWORD, '10.0.0.3').expect(201);
    // never for good: a minute later the right password is the right one
    members.service.clock.moveTo('2026-03-02T12:01:00-04:00');
    await signIn('ana', PASSWORD, '10.0.0.2').expect(201);
    await signIn('ana', 'not the secret', '10.0.0.2').expect(401);
  });

  test('is in the database, so that a restart does not let go of it, and keeps no name readable', async () => {
    for (let i = 0; i < 11; i += 1) await signIn('ana', 'not the secret', '10.0.0.4');
    const { rows } = await members.service.sql.query<{ text: string; count: number }>(
      `SELECT row_to_json(t)::text AS text, count FROM sign_in_tries t WHERE source = '10.0.0.4'`,
    );
    expect(rows).toMatchObject([{ count: 10 }]);
    expect(rows[0]?.text).not.toContain('ana');
  });

  test('lets an address try no more than a few names a minute, and whom it knows all the same', async () => {
    await signIn('ana', PASSWORD, '10.0.0.5').expect(201);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => signIn(`made-up-${i}`, 'not the secret', '10.0.0.5')),
    );
    const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
    expect([count(401), count(429)]).toEqual([30, 30]);
    const late = await signIn('made-up-60', 'not the secret', '10.0.0.5').expect(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    await signIn('ana', PASSWORD, '10.0.0.5').expect(201);
    await signIn('made-up-61', 'not the secret', '10.0.0.6').expect(401);
  });

  test('answers who is over a limit late, so that asking without end costs the others next to nothing', async () => {
    const spent = Array.from({ length: 30 }, (_, i) => signIn(`made-up-${i}`, 'not the secret', '10.0.0.9'));
    expect((await Promise.all(spent)).map(({ status }) => status)).toEqual(spent.map(() => 401));
    const began = performance.now();
    await signIn('made-up-30', 'not the secret', '10.0.0.9').expect(429);
    expect(performance.now() - began).toBeGreaterThan(1_900);
  });

  test('is lifted by the operator', async () => {
    for (let i = 0; i < 11; i += 1) await signIn('ana', 'not the secret', '10.0.0.8');
    await signIn('ana', PASSWORD, '10.0.0.8').expect(429);
    expect(await liftBrake(members.operatorUrl, { coop: office.code, user: 'ana' })).toBe(1);
    await signIn('ana', PASSWORD, '10.0.0.8').expect(201);
  });

  test('believes no address that a client writes itself', async () => {
    for (let i = 0; i < 10; i += 1) await signIn('ana', 'not the secret', `1.2.3.${i}, 10.0.0.7`).expect(401);
    await signIn('ana', PASSWORD, '9.9.9.9, 10.0.0.7').expect(429);
  });

  test('looks at a set-up code before anything else', async () => {
    await issueSetupCode(members.operatorUrl, { evenSo: true });
    const coop = { code: 'x y', name: 'X', currency: 'BOB', timezone: 'America/La_Paz' };
    const body = { setupCode: 'AAAAA-AAAAA-AAAAA-AAAAA', coop, user: { name: 'ana', password: '1234567890' } };
    const { body: problem } = await members.service.client().post('/setup', body).expect(403);
    expect(problem).toMatchObject({ code: 'bad-setup-code' });
  });
});
