import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from '../src/client.js';
import { ApiProblem } from '../src/problem.js';
import { Office } from '@ayni/testing/office';

let office: Office;
let client: Client;

beforeEach(async () => {
  office = await Office.open();
  client = new Client(office.url, { coop: 'chacoma', user: 'treasurer', password: 'a long password' });
});
afterEach(() => office.close());

const PATH = '/api/production/v1/harvests';
const BODY = { rows: [{ code: 'A' }, { code: 'B' }] };

describe('a command', () => {
  test('is sent again while the system is busy, away or loses the answer, and done once', async () => {
    const moods = ['busy', 'hang up', 'take, then hang up', 'busy'] as const;
    office.mood = () => moods[office.seen.length - 1] ?? 'take';
    const command = await client.command(PATH, BODY);
    expect(command).toEqual({ id: 'c1', events: new Map([['ayni.test.done.v1', 2]]) });
    expect(office.seen).toHaveLength(5);
    expect(office.taken).toHaveLength(1);
  });

  test('is sent again when a busy system said that it should, and not before', async () => {
    office.comeAgainS = 1;
    let busyUntil = 0;
    office.mood = () => {
      busyUntil ||= Date.now() + 1_000;
      return Date.now() < busyUntil ? 'busy' : 'take';
    };
    await client.command(PATH, BODY);
    expect(office.seen).toHaveLength(2);
  });

  test('has the same key when it is loaded again, and another where route or contents differ', async () => {
    await client.command(PATH, BODY);
    await new Client(office.url, { coop: 'chacoma', user: 'treasurer', password: 'a long password' }).command(
      PATH,
      BODY,
    );
    await client.command(`${PATH}2`, BODY);
    await client.command(PATH, { rows: [{ code: 'A' }] });
    const keys = office.seen.map(({ key }) => key);
    expect(keys[0]).toMatch(/^[\x21-\x7e]{1,255}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });

  test('that is refused says which request, where, which row and why', async () => {
    office.mood = () => 'refuse';
    const error = await client.command(PATH, BODY).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({
      status: 409,
      code: 'code-taken',
      message: `POST ${PATH} was refused at /rows/1/code ({"code":"B"}): The code B exists with other contents.`,
    });
    expect(office.seen).toHaveLength(1);
  });

  test('is given up at once when the person interrupts', async () => {
    const interrupted = new AbortController();
    office.mood = () => {
      interrupted.abort(new Error('Interrupted'));
      return 'busy';
    };
    const signIn = { coop: 'chacoma', user: 'treasurer', password: 'a long password' };
    await expect(new Client(office.url, signIn, interrupted.signal).command(PATH, BODY)).rejects.toThrow();
    expect(office.taken).toHaveLength(0);
  });
});

describe('signing in', () => {
  test('is done once for many requests at a time', async () => {
    await Promise.all([1, 2, 3, 4].map((code) => client.command(PATH, { rows: [{ code }] })));
    expect(office.signIns).toBe(1);
    expect(office.seen.every(({ token }) => token === 'Bearer token 1')).toBe(true);
  });

  test('is renewed before the token ends', async () => {
    office.tokenMs = -1;
    while (office.signIns < 2) await client.get('/api/members/v1/coop');
    expect(office.signIns).toBe(2);
  });

  test('is done anew where the system no longer knows the token', async () => {
    office.mood = ({ token }) => (token === 'Bearer token 1' ? 'sign in again' : 'take');
    await client.command(PATH, BODY);
    expect(office.signIns).toBe(2);
    expect(office.taken).toHaveLength(1);
  });
});

describe('waiting for a service', () => {
  const command = { id: 'c1', events: new Map([['ayni.test.done.v1', 2]]) };
  const progress = (applied: number, rest: object): object => ({
    applied,
    waiting: 0,
    parked: 0,
    settled: false,
    ...rest,
  });

  test('ends when it has applied the events of the command', async () => {
    office.answers = [progress(0, {}), progress(1, {}), progress(2, { settled: true })];
    await client.settled(command, 'sales');
    expect(office.seen).toHaveLength(3);
    expect(office.seen[0]?.path).toBe('/api/sales/v1/commands/c1?events=ayni.test.done.v1%3A2&wait=30');
  });

  test('fails where an event is parked, which no waiting would change', async () => {
    office.answers = [progress(1, { parked: 1 })];
    await expect(client.settled(command, 'sales')).rejects.toThrow('sales could not apply 1 events');
  });
});
