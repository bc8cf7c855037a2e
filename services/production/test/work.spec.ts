import { memberLeft, workConfirmed } from '@ayni/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { until } from '@ayni/testing/until';
import { Farm, startProduction, work } from './farm.js';

let service: TestService;
let farm: Farm;
beforeAll(async () => {
  service = await startProduction();
});
afterAll(() => service.stop());
beforeEach(async () => {
  farm = await Farm.of(service);
});

const ENTERED = ['structure-registered structure/G1 1'];

describe('work', () => {
  test('is told to nobody before it is confirmed', async () => {
    const answer = await farm.manager
      .post('/work', { rows: [work('W1'), work('W2', { structure: null })] })
      .expect(201);
    expect(answer.body).toMatchObject({ recorded: 2, unchanged: 0, command: { events: {} } });
    expect(await farm.told()).toEqual(ENTERED);
  });

  test('of members who are written in another case is entered, and the register read once for all of them', async () => {
    const [MEMBERS, ROWS] = [2_000, 100];
    await service.sql.query(
      `INSERT INTO members SELECT (jsonb_populate_record(m, jsonb_build_object('number', 'M' || n))).*
       FROM members m, generate_series(1, $2::int) n WHERE m.coop_id = $1 AND m.number = '007'`,
      [farm.coop, MEMBERS],
    );
    const read = async (): Promise<{ looks: number; rows: number }> => {
      const { rows } = await service.sql.query<{ looks: string; rows: string }>(
        `SELECT i.idx_scan AS looks, i.idx_tup_read + t.seq_tup_read AS rows
         FROM pg_stat_user_indexes i JOIN pg_stat_user_tables t USING (relid) WHERE i.indexrelname = 'members_pkey'`,
      );
      return { looks: Number(rows[0]?.looks), rows: Number(rows[0]?.rows) };
    };
    const before = await read();
    const rows = Array.from({ length: ROWS }, (_, n) => work(`W${n}`, { member: `m${n + 1}`, minutes: 1 }));
    const answer = await farm.manager.post('/work', { rows }).expect(201);
    expect(answer.body).toMatchObject({ recorded: ROWS });
    // the server counts with a delay
    const after = await until(async (see) => {
      const counted = see(await read());
      return counted.looks > before.looks + ROWS ? counted : undefined;
    });
    expect(after.rows - before.rows).toBeLessThan(10 * MEMBERS);
  });

  test('counts once somebody else has confirmed it; confirming again changes nothing', async () => {
    await farm.manager.post('/work', { rows: [work('W1'), work('W2', { structure: null })] }).expect(201);
    const first = await farm.berta.post('/confirmations', { codes: ['W1'] }).expect(201);
    expect(first.body).toMatchObject({ confirmed: 1, unchanged: 0, command: { events: { [workConfirmed.type]: 1 } } });
    const again = await farm.manager.post('/confirmations', { codes: ['W1', 'W2'] }).expect(201);
    expect(again.body).toMatchObject({ confirmed: 1, unchanged: 1 });
    const told = await service.told(farm.coop);
    expect(told.slice(1).map(({ aggregate, seq, data }) => [aggregate, seq, data])).toEqual([
      [
        'work/W1',
        1,
        { code: 'W1', day: '2025-08-04', member: '007', activity: 'sowing', minutes: 240, structure: 'G1' },
      ],
      ['work/W2', 1, { code: 'W2', day: '2025-08-04', member: '007', activity: 'sowing', minutes: 240 }],
    ]);
    const list = await farm.manager.get('/work').expect(200);
    expect(list.body.items).toMatchObject([
      { code: 'W1', confirmedBy: 'berta' },
      { code: 'W2', confirmedBy: 'ana' },
    ]);
  });

  test('is not confirmed by the one who did it, not even among the work of others', async () => {
    await farm.manager.post('/work', { rows: [work('W1'), work('W2', { member: '008' })] }).expect(201);
    const refused = await farm.berta.post('/confirmations', { codes: ['W1', 'W2'] }).expect(403);
    expect(refused.body).toMatchObject({ code: 'second-person-needed', pointer: '/codes/1' });
    expect(await farm.count('work_confirmations')).toBe(0);
    await farm.eva.post('/confirmations', { codes: ['W2'] }).expect(403);
    const president = await service.signIn(farm.coop, { user: 'pia', roles: ['president'] });
    await president.post('/confirmations', { codes: ['W1', 'W2'] }).expect(201);
  });

  test('may be entered by a member for herself only', async () => {
    const own = await farm.eva.post('/work', { rows: [work('W1')] }).expect(201);
    expect(own.body).toMatchObject({ recorded: 1 });
    const others = await farm.eva.post('/work', { rows: [work('W2'), work('W3', { member: '008' })] }).expect(403);
    expect(others.body).toMatchObject({ code: 'not-yours', pointer: '/rows/1/member' });
    const nobody = await service.signIn(farm.coop, { user: 'leo', roles: ['member'] });
    await nobody.post('/work', { rows: [work('W2')] }).expect(403);
    expect(await farm.count('work')).toBe(1);
  });

  test('is seen by who did it and by those with an office', async () => {
    await farm.manager.post('/work', { rows: [work('W1'), work('W2', { member: '008' })] }).expect(201);
    expect((await farm.eva.get('/work').expect(200)).body.items).toMatchObject([{ code: 'W1' }]);
    expect((await farm.eva.get('/work?member=008').expect(403)).body.code).toBe('not-yours');
    expect((await farm.eva.get('/work?format=csv').expect(200)).text).not.toContain('W2');
    const unlinked = await service.signIn(farm.coop, { user: 'leo', roles: ['member'] });
    await unlinked.get('/work').expect(403);
    const buyer = await service.signIn(farm.coop, { user: 'ngo', roles: ['integrator'] });
    await buyer.get('/work').expect(403);
    const treasurer = await service.signIn(farm.coop, { user: 'tom', roles: ['treasurer'] });
    expect((await treasurer.get('/work?member=008').expect(200)).body.items).toMatchObject([{ code: 'W2' }]);
  });

  test('shows what is still to be confirmed', async () => {
    await farm.manager.post('/work', { rows: [work('W1'), work('W2')] }).expect(201);
    await farm.manager.post('/confirmations', { codes: ['W1'] }).expect(201);
    const open = await farm.manager.get('/work?confirmed=false').expect(200);
    expect(open.body.items).toMatchObject([{ code: 'W2', confirmedBy: null }]);
  });

  test('is taken back once, and told only if it was confirmed', async () => {
    await farm.manager.post('/work', { rows: [work('W1'), work('W2')] }).expect(201);
    await farm.manager.post('/confirmations', { codes: ['W1'] }).expect(201);
    await farm.manager.post('/work/W1/reversal', { reason: 'another day' }).expect(201);
    await farm.eva.post('/work/W2/reversal', { reason: 'another day' }).expect(201);
    expect(await farm.told()).toEqual([...ENTERED, 'work-confirmed work/W1 1', 'work-reversed work/W1 2']);
    const twice = await farm.manager.post('/work/W1/reversal', { reason: 'another day' }).expect(409);
    expect(twice.body.code).toBe('already-reversed');
    const withdrawn = await farm.manager.post('/confirmations', { codes: ['W2'] }).expect(409);
    expect(withdrawn.body).toMatchObject({ code: 'already-reversed', pointer: '/codes/0' });
    // a folder that is loaded again confirms what it confirmed before
    const again = await farm.manager.post('/confirmations', { codes: ['W1'] }).expect(201);
    expect(again.body).toMatchObject({ confirmed: 0, unchanged: 1 });
  });

  test('has a code of the member’s own where hers is another’s: that of another’s work is neither confirmed nor denied', async () => {
    const carla = await service.signIn(farm.coop, { user: 'carla', roles: ['member'], member: '008' });
    await farm.manager.post('/work', { rows: [work('W1'), work('W2'), work('W3', { member: '008' })] }).expect(201);
    for (const code of ['W1', 'w2', 'free']) {
      const sent = { rows: [work(code, { member: '008', workedOn: '2026-02-03', minutes: 60 })] };
      expect((await carla.post('/work', sent)).body).toMatchObject({ recorded: 1, unchanged: 0 });
      expect((await carla.post('/work', sent)).body).toMatchObject({ recorded: 0, unchanged: 1 });
      const differing = { rows: [work(code, { member: '008', workedOn: '2026-02-03', minutes: 61 })] };
      const { body, text } = await carla.post('/work', differing).expect(409);
      expect([body.code, text.includes('~')]).toEqual(['code-taken', false]);
    }
    const hers = await carla.get('/work?limit=2').expect(200);
    const rest = await carla.get(`/work?after=${hers.body.next}`).expect(200);
    expect([...hers.body.items, ...rest.body.items].map(({ code }) => code)).toEqual(['W3', 'W1', 'free', 'w2']);
    expect(Buffer.from(String(hers.body.next), 'base64url').toString()).not.toContain('~');
    expect((await carla.get('/work?format=csv').expect(200)).text).not.toContain('~');
    // officers see whose a code is where two share one, and call it so
    const { body } = await farm.manager.get('/work?member=008').expect(200);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(['W3', 'W1~008', 'free', 'w2~008']);
    await farm.manager.post('/confirmations', { codes: ['W1~008', 'w1'] }).expect(201);
    expect((await farm.told()).slice(1)).toEqual(['work-confirmed work/W1~008 1', 'work-confirmed work/W1 1']);
    const sheet = [work('W1', { member: '008', workedOn: '2026-02-03', minutes: 60 })];
    expect((await farm.manager.post('/work', { rows: sheet }).expect(201)).body).toMatchObject({ unchanged: 1 });
    const taken = await carla.post('/work/W1/reversal', { reason: 'x' }).expect(201);
    expect(taken.body).toMatchObject({ reversed: 'W1' });
    expect((await carla.post('/work/W1/reversal', { reason: 'x' }).expect(409)).text).not.toContain('~');
    await carla.post('/work/W1~007/reversal', { reason: 'x' }).expect(404);
    await farm.manager.post('/work/w2~008/reversal', { reason: 'x' }).expect(201);
  });

  test('of many members under one code at once is recorded for each', async () => {
    const eva = await service.signIn(farm.coop, { user: 'eva2', roles: ['member'], member: '007' });
    const carla = await service.signIn(farm.coop, { user: 'carla', roles: ['member'], member: '008' });
    const codes = Array.from({ length: 10 }, (_, i) => `W${i}`);
    const on = { workedOn: '2026-02-03', minutes: 5 };
    const answers = await Promise.all(
      codes.flatMap((code) => [
        eva.post('/work', { rows: [work(code, on)] }),
        carla.post('/work', { rows: [work(code, { ...on, member: '008' })] }),
      ]),
    );
    expect(answers.map(({ body }) => body.recorded)).toEqual(answers.map(() => 1));
    expect(await farm.count('work')).toBe(20);
  });

  test('has no code so long that the member could not call it her own, whether it is another’s or not', async () => {
    const long = 'W'.repeat(61);
    await farm.manager.post('/work', { rows: [work(long, { member: '008' })] }).expect(201);
    for (const code of [long, 'V'.repeat(61)])
      expect((await farm.eva.post('/work', { rows: [work(code)] }).expect(400)).body).toMatchObject({
        code: 'bad-field',
        pointer: '/rows/0/code',
      });
    await farm.eva.post('/work', { rows: [work('V'.repeat(60))] }).expect(201);
  });

  test('of somebody else is not there for a member to take back', async () => {
    await farm.manager.post('/work', { rows: [work('W1', { member: '008' })] }).expect(201);
    await farm.eva.post('/work/W1/reversal', { reason: 'x' }).expect(404);
  });

  test('that is confirmed and taken back at the same moment is told as it stands', async () => {
    const codes = Array.from({ length: 12 }, (_, i) => `W${i}`);
    await farm.manager.post('/work', { rows: codes.map((code) => work(code, { minutes: 60 })) }).expect(201);
    const answers = await Promise.all(
      codes.flatMap((code) => [
        farm.manager.post('/confirmations', { codes: [code] }).then(({ status }) => status),
        farm.berta.post(`/work/${code}/reversal`, { reason: 'x' }).then(({ status }) => status),
      ]),
    );
    expect(answers.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    // all are taken back by now, so that whatever was told as confirmed must be told as taken back
    const told = await service.told(farm.coop);
    const toldOf = (fact: string): string[] =>
      told.filter(({ type }) => type.includes(fact)).map(({ aggregate }) => aggregate);
    expect(toldOf('work-reversed').sort()).toEqual(toldOf('work-confirmed').sort());
    await farm.closeSeason();
    expect((await farm.books()).written.work).toEqual({ records: '0', minutes: '0' });
  });

  test('is neither entered, confirmed nor taken back in a season that is closing', async () => {
    await farm.manager.post('/work', { rows: [work('W1'), work('W2')] }).expect(201);
    await farm.manager.post('/confirmations', { codes: ['W1'] }).expect(201);
    await farm.closeSeason();
    const late = await farm.manager.post('/work', { rows: [work('W3', { workedOn: '2025-06-30' }), work('W4')] });
    expect([late.status, late.body]).toMatchObject([409, { code: 'season-closed', pointer: '/rows/1/workedOn' }]);
    const confirmed = await farm.manager.post('/confirmations', { codes: ['W1', 'W2'] });
    expect([confirmed.status, confirmed.body]).toMatchObject([409, { code: 'season-closed', pointer: '/codes/1' }]);
    const reversed = await farm.manager.post('/work/W1/reversal', { reason: 'x' });
    expect([reversed.status, reversed.body.code]).toEqual([409, 'season-closed']);
    const known = await farm.manager.post('/confirmations', { codes: ['W1'] }).expect(201);
    expect(known.body).toMatchObject({ unchanged: 1 });
  });

  test.each([
    ['no minutes', { minutes: 0 }, 'bad-field', 'minutes'],
    ['a day of more than 1,440 minutes', { minutes: 1441 }, 'bad-field', 'minutes'],
    ['half a minute', { minutes: 1.5 }, 'bad-field', 'minutes'],
    ['minutes as text', { minutes: '240' }, 'bad-field', 'minutes'],
    ['a day that does not exist', { workedOn: '2025-02-30' }, 'bad-day', 'workedOn'],
    ['an instant instead of a day', { workedOn: '2025-08-04T12:00:00Z' }, 'bad-day', 'workedOn'],
    ['tomorrow', { workedOn: '2026-03-03' }, 'day-in-future', 'workedOn'],
    ['somebody who is no member', { member: '099' }, 'unknown-reference', 'member'],
    ['a structure that is not known', { structure: 'G9' }, 'unknown-reference', 'structure'],
    ['control signs in the activity', { activity: 'sow\u0000ing' }, 'bad-field', 'activity'],
  ])('refuses %s, and all that came with it', async (_, more, code, field) => {
    const refused = await farm.manager.post('/work', { rows: [work('W1'), work('W2', more)] });
    expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/1/${field}` }]);
    expect([await farm.count('work'), await farm.count('commands')]).toEqual([0, 1]);
  });

  test('is confirmed by its code only, and with all that came with it or not at all', async () => {
    await farm.manager.post('/work', { rows: [work('W1')] }).expect(201);
    const unknown = await farm.manager.post('/confirmations', { codes: ['W1', 'W9'] }).expect(400);
    expect(unknown.body).toMatchObject({ code: 'unknown-reference', pointer: '/codes/1' });
    for (const codes of [[], 'W1', [1], [null]]) await farm.manager.post('/confirmations', { codes }).expect(400);
    expect(await farm.count('work_confirmations')).toBe(0);
  });

  test('of a thousand records is loaded, confirmed and loaded again as one', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => work(`W${i}`, { minutes: 1 }));
    const codes = rows.map((_, i) => `W${i}`);
    expect((await farm.manager.post('/work', { rows }).expect(201)).body).toMatchObject({ recorded: 1000 });
    const confirmed = await farm.manager.post('/confirmations', { codes }).expect(201);
    expect(confirmed.body).toMatchObject({ confirmed: 1000, command: { events: { [workConfirmed.type]: 1000 } } });
    expect((await farm.manager.post('/work', { rows }).expect(201)).body).toMatchObject({ unchanged: 1000 });
  });
});

describe('a day of work', () => {
  const minutes = (code: string, n: number, more: object = {}): object => work(code, { minutes: n, ...more });

  test('has 1440 minutes, whatever was entered when; what was taken back and care leave room', async () => {
    await farm.manager.post('/work', { rows: [minutes('W1', 1440)] }).expect(201);
    const more = await farm.manager.post('/work', { rows: [minutes('W2', 1)] }).expect(409);
    expect(more.body).toMatchObject({ code: 'day-too-long', pointer: '/rows/0/minutes' });
    const together = [minutes('W3', 1000, { workedOn: '2025-08-05' }), minutes('W4', 441, { workedOn: '2025-08-05' })];
    const refused = await farm.manager.post('/work', { rows: together }).expect(409);
    expect(refused.body).toMatchObject({ code: 'day-too-long', pointer: '/rows/1/minutes' });
    await farm.manager.post('/work', { rows: [minutes('W5', 1440, { member: '008' })] }).expect(201);
    await farm.manager.post('/care', { rows: [{ ...work('C1', { minutes: 600 }), structure: undefined }] }).expect(201);
    await farm.manager.post('/work/W1/reversal', { reason: 'another day' }).expect(201);
    await farm.manager.post('/work', { rows: [minutes('W6', 1440)] }).expect(201);
  });

  test('that is full refuses nothing that is sent again', async () => {
    const rows = [minutes('W1', 1440)];
    await farm.manager.post('/work', { rows }).expect(201);
    const again = await farm.manager.post('/work', { rows }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
  });

  test('is not overfilled by twenty who write at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => farm.manager.post('/work', { rows: [minutes(`W${i}`, 120)] })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(12);
    expect(answers.filter(({ body }) => body.code === 'day-too-long')).toHaveLength(8);
  });

  test('that is only tried waits for nobody who enters work of the same member', async () => {
    const holder = await service.sql.connect();
    try {
      // what is entered keeps its key last, which a trial does not
      await holder.query('BEGIN; LOCK TABLE commands IN SHARE MODE');
      const entered = farm.manager.post('/work', { rows: [minutes('W1', 60)] }).then((answer) => answer);
      await until(async (see) => {
        const { rows } = await service.sql.query<{ waits: boolean }>(
          `SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'commands'::regclass AND NOT granted) AS waits`,
        );
        return see(rows[0]?.waits);
      });
      for (const who of [farm.manager, farm.eva]) {
        const { body } = await who.post('/work?trial=true', { rows: [minutes('W2', 60)] }).expect(200);
        expect(body).toMatchObject({ trial: true, recorded: 1, refused: 0 });
      }
      await holder.query('COMMIT');
      expect((await entered).status).toBe(201);
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
  });
});

describe('who left', () => {
  beforeEach(() =>
    service.hear(farm.coop, (tx) =>
      tx.publish(memberLeft, 'member/007', 2, { number: '007', leftOn: '2025-08-04', reason: 'moved' }),
    ),
  );

  test('has worked up to her last day and not after it; her care is taken', async () => {
    await farm.manager.post('/work', { rows: [work('W1')] }).expect(201);
    const late = { workedOn: '2025-08-05' };
    const refused = await farm.manager.post('/work', { rows: [work('W2', late)] }).expect(409);
    expect(refused.body).toMatchObject({ code: 'not-a-member-then', pointer: '/rows/0/member' });
    await farm.manager.post('/care', { rows: [{ ...work('C1', late), structure: undefined }] }).expect(201);
  });
});

test('work that was taken before a leaving was known counts, and is the same when it is sent again', async () => {
  const rows = [work('W1', { workedOn: '2025-08-05' })];
  await farm.manager.post('/work', { rows }).expect(201);
  await service.hear(farm.coop, (tx) =>
    tx.publish(memberLeft, 'member/007', 2, { number: '007', leftOn: '2025-08-04', reason: 'moved' }),
  );
  const again = await farm.manager.post('/work', { rows }).expect(201);
  expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
  await farm.berta.post('/confirmations', { codes: ['W1'] }).expect(201);
});
