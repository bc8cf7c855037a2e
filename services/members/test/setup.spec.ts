import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { parseCoop } from '../src/domain/coop.js';
import { issueSetupCode, registerCoop } from '../src/index.js';
import { OperatorCoops } from '../src/persistence/coops.operator.js';
import { PASSWORD, startMembers, type Members } from './office.js';

let members: Members;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());

let code: string;
let setupCode: string;
let made = 0;
beforeEach(async () => {
  code = `S${(made += 1)}`;
  setupCode = (await issueSetupCode(members.operatorUrl, { evenSo: true })) ?? '';
});

const request = (more: object = {}): object => ({
  setupCode,
  coop: { code, name: 'Chacoma', currency: 'BOB', timezone: 'America/La_Paz' },
  user: { name: 'ana', password: PASSWORD },
  ...more,
});
const setUp = (body: object) => members.service.client().post('/setup', body);

async function stored(): Promise<number> {
  const { rows } = await members.service.sql.query<{ n: number }>(
    `SELECT ((SELECT count(*) FROM coops WHERE code = $1) + (SELECT count(*) FROM setup_codes WHERE used_at IS NOT NULL))::int AS n`,
    [code],
  );
  return rows[0]?.n ?? 0;
}

test('every process of a system that starts offers the same code, and none takes away what another offered', async () => {
  const issue = (secret: string): Promise<string | null> =>
    issueSetupCode(members.operatorUrl, { evenSo: true, secret });
  const [first, second] = await Promise.all([issue('known to both'), issue('known to both')]);
  expect(first).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  expect(second).toBe(first);
  expect(await issue('another')).not.toBe(first);
  await setUp(request({ setupCode: first })).expect(403);
  const again = await issue('known to both');
  expect(again).toBe(first);
  await setUp(request({ setupCode: again })).expect(201);
});

describe('setting up', () => {
  test('makes the co-op and a first user who may do everything, and tells the other services', async () => {
    const { body } = await setUp(request()).expect(201);
    expect(body).toEqual({
      coop: { id: expect.any(String), code },
      user: { name: 'ana', roles: ['president', 'treasurer', 'manager'] },
    });
    expect(await members.service.told(body.coop.id)).toMatchObject([
      {
        aggregate: `coop/${code}`,
        seq: 1,
        data: { code, name: 'Chacoma', currency: 'BOB', timezone: 'America/La_Paz' },
      },
      { aggregate: 'user/ana', seq: 1, data: { name: 'ana', version: 1, active: true } },
    ]);
    const session = await members.service.client().post('/sessions', { coop: code, user: 'ana', password: PASSWORD });
    const coop = await members.service.client(session.body.token).get('/coop').expect(200);
    expect(coop.body).toEqual({
      id: body.coop.id,
      code,
      name: 'Chacoma',
      currency: 'BOB',
      places: 2,
      timezone: 'America/La_Paz',
    });
  });

  test('takes a code as people type it', async () => {
    await setUp(request({ setupCode: ` ${setupCode.toLowerCase().replaceAll('-', ' ')} ` })).expect(201);
  });

  test('uses a code once, also when two come at the same moment', async () => {
    const both = await Promise.all([code, `${code}b`].map((of) => setUp(request({ coop: coopOf(of) }))));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
    const refused = both.find(({ status }) => status === 403);
    expect(refused?.body).toMatchObject({ code: 'bad-setup-code' });
    await setUp(request({ coop: coopOf(`${code}c`) })).expect(403);
  });

  test('uses a code once, also when two processes are asked at the same moment', async () => {
    const both = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((name) => {
        const coop = parseCoop(coopOf(`${code}${name}`), '/coop');
        const user = { name: 'ana', passwordHash: '$argon2id$' };
        return new OperatorCoops(members.operatorUrl, members.service.clock).register({ coop, user }, setupCode);
      }),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('leaves the code good where the co-op could not be made', async () => {
    await registerCoop(members.operatorUrl, { coop: coopOf(code), user: { name: 'eva', password: PASSWORD } });
    const refused = await setUp(request()).expect(409);
    expect(refused.body).toMatchObject({ code: 'code-taken', pointer: '/coop/code' });
    await setUp(request({ coop: coopOf(`${code}b`) })).expect(201);
  });

  test('refuses a code that another one has replaced', async () => {
    await issueSetupCode(members.operatorUrl, { evenSo: true });
    await setUp(request()).expect(403);
  });

  test('needs a fresh code only while there is no co-op, unless the operator asks for one', async () => {
    await setUp(request()).expect(201);
    expect(await issueSetupCode(members.operatorUrl)).toBeNull();
    expect(await issueSetupCode(members.operatorUrl, { evenSo: true })).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  });

  test.each([
    ['another code', { setupCode: '00000-00000-00000-00000' }, 403, 'bad-setup-code'],
    ['no code', { setupCode: undefined }, 400, 'bad-field'],
    ['a code of another type', { setupCode: 7 }, 400, 'bad-field'],
    ['no co-op', { coop: undefined }, 400, 'bad-field'],
    ['a co-op that is null', { coop: null }, 400, 'bad-field'],
    ['a co-op that is a list', { coop: [] }, 400, 'bad-field'],
    ['a currency that is none', { coop: { ...coopOf('X'), currency: 'XYZ' } }, 400, 'bad-currency'],
    ['a zone that is none', { coop: { ...coopOf('X'), timezone: 'Mars/Olympus' } }, 400, 'bad-zone'],
    ['no user', { user: undefined }, 400, 'bad-field'],
    ['a short password', { user: { name: 'ana', password: 'short' } }, 400, 'weak-password'],
    ['a password too long to hash', { user: { name: 'ana', password: 'x'.repeat(129) } }, 400, 'weak-password'],
    ['a field that is not known', { admin: true }, 400, 'unknown-field'],
  ])('refuses %s and stores nothing', async (_, more, status, problem) => {
    const before = await stored();
    const refused = await setUp(request(more));
    expect([refused.status, refused.body]).toMatchObject([status, { code: problem }]);
    expect(await stored()).toBe(before);
  });
});

function coopOf(of: string): { code: string; name: string; currency: string; timezone: string } {
  return { code: of, name: 'Chacoma', currency: 'BOB', timezone: 'America/La_Paz' };
}

describe('the roles of the database', () => {
  async function as(role: 'runtime' | 'operator', work: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = new pg.Client({ connectionString: members.service.database.url(role) });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
  const insertCoop = `INSERT INTO coops VALUES (gen_random_uuid(), 'own', 'Own', 'BOB', 'UTC')`;

  test('let the runtime neither make a co-op nor see a set-up code', () =>
    as('runtime', async (client) => {
      await expect(client.query(insertCoop)).rejects.toThrow('permission denied');
      await expect(client.query('SELECT * FROM setup_codes')).rejects.toThrow('permission denied');
    }));

  test('let the operator write into a co-op that she makes, and read nothing of any other', () =>
    as('operator', async (client) => {
      await expect(client.query(insertCoop)).rejects.toThrow('row-level security');
      for (const table of ['outbox', 'members', 'households'])
        await expect(client.query(`SELECT * FROM ${table}`)).rejects.toThrow('permission denied');
      // for naming an officer, in the co-op that she entered
      for (const table of ['users', 'waiting_changes', 'devices'])
        expect((await client.query(`SELECT * FROM ${table}`)).rows).toEqual([]);
      await expect(client.query(`UPDATE coops SET name = 'x'`)).rejects.toThrow('permission denied');
    }));
});
