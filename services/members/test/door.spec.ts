import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { Office, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers();
  office = await Office.of(members);
});
afterAll(() => members.service.stop());

const SESSIONS = '/api/members/v1/sessions';

/**
 * Sends bytes as they are, and reads what comes until the server hangs up or answers.
 * @param waits whether the line stays open; Node tells nothing more to who hangs up before a file is read
 */
function raw(bytes: string | Buffer, waits = false): Promise<string> {
  const { hostname, port } = new URL(members.service.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => (waits ? socket.write(bytes) : socket.end(bytes)));
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
    socket.on('close', () => resolve(answer));
  });
}

const status = (answer: string): number => Number(/^HTTP\/1.1 (\d{3})/.exec(answer)?.[1] ?? 0);

const request = (line: string, body: string | Buffer = '', more = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${more}\r\n`,
    ),
    Buffer.from(body),
  ]);

describe('whatever bytes come', () => {
  test.each(['/', '//', '///', '/%', '/docs/__proto__', '/docs/constructor', '/schemas/__proto__.json', '/docs/%00'])(
    'GET %s is answered, and never with a fault of ours',
    async (path) => {
      const answered = status(await raw(request(`GET ${path}`), true));
      expect(answered).toBeGreaterThanOrEqual(200);
      expect(answered).toBeLessThan(500);
    },
  );

  test.each(['utf-16', 'utf-16le', 'utf-7', 'utf-32', 'utf-8bis', 'latin1', '', '"utf-16"'])(
    'a body in the charset %j is refused',
    async (charset) => {
      const { body } = await supertest(members.service.url)
        .post(SESSIONS)
        .set('content-type', `application/json; charset=${charset}`)
        .send('{"coop":"a"}')
        .expect(400);
      expect(body).toMatchObject({ code: 'bad-request' });
    },
  );

  test('a body that is not UTF-8 is refused, also by who says that it is', async () => {
    const sent = Buffer.concat([Buffer.from('{"coop":"a'), Buffer.from([0xf1]), Buffer.from('","user":"b"}')]);
    const answer = await raw(request(`POST ${SESSIONS}`, sent, 'Content-Type: application/json; charset=UTF-8\r\n'));
    expect([status(answer), answer]).toEqual([400, expect.stringContaining('UTF-8')]);
  });

  test('a body without an end is refused once it is too long for anybody to send', async () => {
    const head = `POST ${SESSIONS} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n`;
    const answer = await raw(`${head}Transfer-Encoding: chunked\r\n\r\n1001\r\n{"${'x'.repeat(4_095)}\r\n`, true);
    expect([status(answer), answer]).toEqual([413, expect.stringContaining('"code":"body-too-large"')]);
  });

  test('noise never becomes a fault of ours', async () => {
    const dice = sequence(20_261_128);
    const heads = [`POST ${SESSIONS}`, 'POST /api/members/v1/setup', 'GET /docs', 'PATCH /api/members/v1/users/ana'];
    for (let i = 0; i < 300; i += 1) {
      const line = heads[dice(heads.length)] ?? '';
      const noise = Buffer.from(Array.from({ length: dice(200) }, () => dice(256)));
      const good = request(line, noise, 'Content-Type: application/json\r\n');
      const at = dice(good.length);
      const bytes = i % 2 ? good : Buffer.concat([good.subarray(0, at), noise.subarray(0, 9), good.subarray(at)]);
      const answer = await raw(bytes);
      expect({ i, answer: status(answer) >= 500 ? answer : '' }).toEqual({ i, answer: '' });
    }
  });
});

/** Numbers below a bound, the same ones for the same seed. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('what somebody says', () => {
  test('is listened to for 4 kB where nobody is signed in', async () => {
    const long = { coop: 'a', user: 'b', password: 'x'.repeat(4_096) };
    const { body } = await members.service.client().post('/sessions', long).expect(413);
    expect(body).toMatchObject({ code: 'body-too-large', detail: expect.stringContaining('4 kB') });
    await members.service.client().post('/setup', long).expect(413);
  });

  test('is not listened to before it is known who asks, and whether she may', async () => {
    const nobody = members.service.client();
    const integrator = await office.user('inti', ['integrator']);
    // neither would be refused for its body
    for (const [asker, expected] of [
      [nobody, 401],
      [integrator, 403],
    ] as const)
      await asker.post('/households', { rows: 'x'.repeat(3_000_000) }).expect(expected);
    const answer = await raw(
      Buffer.from(
        'POST /api/members/v1/households HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n' +
          'Content-Length: 1000000\r\n\r\n{',
      ),
    );
    expect(status(answer)).toBe(401);
  });

  test('is refused for what it costs while it still comes', async () => {
    const begun = (length: number, text: string): Promise<string> =>
      raw(
        `POST ${SESSIONS} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${length}\r\n\r\n${text}`,
        true,
      );
    const deep = await begun(4_000, '['.repeat(21));
    expect([status(deep), deep]).toEqual([400, expect.stringContaining('20')]);
    const twice = await begun(4_000, '{"coop":"a","coop":');
    expect([status(twice), twice]).toEqual([400, expect.stringContaining('coop')]);
    expect(status(await begun(4_097, '{'))).toBe(413);
  });

  test('is refused for what it costs to understand before it is understood', async () => {
    const fields = Object.fromEntries(Array.from({ length: 150_000 }, (_, i) => [`k${i}`, 1]));
    const { body } = await office.ana.post('/households', fields).expect(400);
    expect(body).toMatchObject({ code: 'bad-request', detail: expect.stringContaining('200') });
    await office.ana.post('/households', { rows: Array.from({ length: 2_001 }, () => ({})) }).expect(400);
  });
});
