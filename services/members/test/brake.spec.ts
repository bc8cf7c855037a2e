import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { connectionOptions } from '@ayni/database/connection';
import { Database } from '@ayni/database/database';
import { outbox } from '@ayni/messaging/outbox/outbox';
import type { TestService } from '@ayni/testing-service/service';
import { DataSource } from 'typeorm';
import { issueSetupCode, liftBrake } from '../src/index.js';
import { PostgresBrake, whoOf } from '../src/persistence/brake.postgres.js';
import { NOW, Office, PASSWORD, startBeside, startMembers, type Members } from './office.js';

const EARLIER = { from: '10.0.0.1' };

describe('the brake on signing in', () => {
  let members: Members;
  let office: Office;
  beforeAll(async () => {
    members = await startMembers({ proxies: 1 });
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

describe('the brake of two processes beside each other', () => {
  let members: Members;
  let beside: TestService;
  let office: Office;
  let source: DataSource;
  let brake: PostgresBrake;
  beforeAll(async () => {
    members = await startMembers({ proxies: 1, manyProcesses: true });
    beside = await startBeside(members);
    office = await Office.of(members);
    const url = members.service.database.url('runtime');
    source = new DataSource({ type: 'postgres', url, poolSize: 4, extra: connectionOptions });
    brake = new PostgresBrake(new Database(await source.initialize(), () => new Date(NOW), outbox));
  });
  afterAll(async () => {
    await source.destroy();
    await beside.stop();
    await members.service.stop();
  });

  /** Signs in at one of the two. */
  const signIn = (at: number, user: string, password: string, from: string) =>
    (at % 2 === 0 ? members.service : beside)
      .client()
      .post('/sessions', { coop: office.code, user, password }, { 'x-forwarded-for': from });

  const rows = async (where: string, values: readonly unknown[] = []): Promise<{ count: number; free_at: string }[]> =>
    (await members.service.sql.query(`SELECT count, free_at FROM sign_in_tries WHERE ${where}`, [...values])).rows;

  test('counts what failed at either, for a name and for an address', async () => {
    for (let i = 0; i < 10; i += 1) await signIn(i, 'ana', 'not the secret', '10.1.0.1').expect(401);
    await Promise.all([0, 1].map((at) => signIn(at, 'ana', PASSWORD, '10.1.0.1').expect(429)));
    const tried = Array.from({ length: 30 }, (_, i) => signIn(i, `made-up-${i}`, 'not the secret', '10.1.0.2'));
    expect((await Promise.all(tried)).map(({ status }) => status)).toEqual(tried.map(() => 401));
    await Promise.all([0, 1].map((at) => signIn(at, 'made-up-30', 'not the secret', '10.1.0.2').expect(429)));
  });

  test('is not let go of by ten thousand other names, which are kept for a day and no longer', async () => {
    const now = new Date(NOW);
    const held = { coop: office.code, user: 'ana', source: '10.1.0.3' };
    for (let i = 0; i < 10; i += 1) await brake.begin(held, now);
    const [before] = await rows('who = $1 AND source = $2', [whoOf(held), held.source]);
    // all but the last hundred as the first attempt leaves them, without its ten thousand commits
    await members.service.sql.query(
      `INSERT INTO sign_in_tries (who, source, count, last_at, free_at)
       SELECT sha256(n::text::bytea), $1, 1, $2, $2 FROM generate_series(1, 9900) AS n`,
      [held.source, now],
    );
    const names = Array.from({ length: 100 }, (_, i) => ({ ...held, user: `made-up-${i}` }));
    await Promise.all(names.map((name) => brake.begin(name, now)));
    expect(await rows('source = $1', [held.source])).toHaveLength(10_001);
    expect(await rows('who = $1 AND source = $2', [whoOf(held), held.source])).toEqual([before]);
    // also at another process, which saw none of it
    await signIn(1, 'ana', PASSWORD, held.source).expect(429);
    await brake.begin({ ...held, user: 'the next day' }, new Date('2026-03-03T13:00:00-04:00'));
    expect(await rows('source = $1', [held.source])).toHaveLength(1);
  });

  test('grows from one second to five minutes, and no further', async () => {
    const attempt = { coop: office.code, user: 'ana', source: '10.1.0.4' };
    let now = new Date(NOW);
    const waits: number[] = [];
    for (let i = 0; i < 22; i += 1) {
      await brake.begin(attempt, now);
      const [row] = await rows('source = $1', [attempt.source]);
      const free = new Date(row?.free_at ?? '');
      waits.push((free.getTime() - now.getTime()) / 1000);
      now = free;
    }
    const grown = [1, 2, 4, 8, 16, 32, 64, 128, 256];
    expect(waits).toEqual([...Array.from({ length: 9 }, () => 0), ...grown, 300, 300, 300, 300]);
  });
});
