import { careTotalled } from '@ayni/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { care, DAY, Farm, startProduction } from './farm.js';

let service: TestService;
let farm: Farm;
beforeAll(async () => {
  service = await startProduction();
});
afterAll(() => service.stop());
beforeEach(async () => {
  farm = await Farm.of(service);
});

describe('care', () => {
  test('never leaves this service but for how many minutes a member cared on a day, and that to the services alone', async () => {
    await farm.manager.post('/care', { rows: [care('C1', { minutes: 40 }), care('C2', { minutes: 20 })] }).expect(201);
    await farm.manager.post('/care/C1/reversal', { reason: 'another day' }).expect(201);
    const told = (await service.told(farm.coop)).filter(({ aggregate }) => aggregate !== 'structure/G1');
    expect(told.map(({ type, seq, data }) => ({ type, seq, data }))).toEqual(
      [60, 20].map((minutes, i) => ({
        ...{ type: 'ayni.production.care-totalled.v1', seq: i + 1 },
        data: { member: '007', day: DAY, minutes },
      })),
    );
    expect(careTotalled.audience).toBe('internal');
  });

  test('of one day is summed once, however many write of it at the same moment', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => farm.manager.post('/care', { rows: [care(`C${i}`, { minutes: 5 })] })),
    );
    const told = (await service.told(farm.coop)).filter(({ aggregate }) => aggregate.startsWith('care-total/'));
    const last = told.toSorted((a, b) => b.seq - a.seq)[0];
    expect(last?.data).toMatchObject({ minutes: 60 });
    expect(told.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(told.map((_, i) => i + 1));
  });

  test('is seen by who did it and by the manager who entered it, and by nobody else', async () => {
    await farm.manager.post('/care', { rows: [care('C1'), care('C2', { member: '008' })] }).expect(201);
    await farm.eva.post('/care', { rows: [care('C3')] }).expect(201);
    const seen = async (who: typeof farm.eva): Promise<string[]> =>
      (await who.get('/care').expect(200)).body.items.map(({ code }: { code: string }) => code);
    expect(await seen(farm.manager)).toEqual(['C1', 'C2']);
    expect(await seen(farm.eva)).toEqual(['C1', 'C3']);
    expect(await seen(farm.berta)).toEqual(['C2']);
    expect((await farm.berta.get('/care?format=csv').expect(200)).text).not.toMatch(/C1|C3/);
    for (const role of ['president', 'treasurer', 'integrator'] as const)
      await (await service.signIn(farm.coop, { user: role, roles: [role] })).get('/care').expect(403);
  });

  test('of others is neither entered nor taken back by a member', async () => {
    const refused = await farm.eva.post('/care', { rows: [care('C1', { member: '008' })] }).expect(403);
    expect(refused.body).toMatchObject({ code: 'not-yours', pointer: '/rows/0/member' });
    await farm.manager.post('/care', { rows: [care('C1', { member: '008' }), care('C2')] }).expect(201);
    await farm.eva.post('/care/C1/reversal', { reason: 'x' }).expect(404);
    await farm.eva.post('/care/C2/reversal', { reason: 'x' }).expect(201);
  });

  test('of others is out of sight for a manager who no longer is one', async () => {
    await farm.manager.post('/care', { rows: [care('C1', { member: '008' })] }).expect(201);
    const former = await service.signIn(farm.coop, { user: 'ana', roles: ['member'], member: '007' });
    expect((await former.get('/care').expect(200)).body.items).toEqual([]);
    await former.post('/care/C1/reversal', { reason: 'x' }).expect(404);
  });

  test('that a manager did not enter herself is not there for her', async () => {
    await farm.eva.post('/care', { rows: [care('C1')] }).expect(201);
    await farm.manager.post('/care/C1/reversal', { reason: 'x' }).expect(404);
  });

  test('is entered once, taken back once, and refused under a known code', async () => {
    await farm.eva.post('/care', { rows: [care('C1')] }).expect(201);
    expect((await farm.eva.post('/care', { rows: [care('C1')] }).expect(201)).body).toMatchObject({ unchanged: 1 });
    const taken = await farm.eva.post('/care', { rows: [care('C1', { minutes: 91 })] }).expect(409);
    expect(taken.body.code).toBe('code-taken');
    await farm.eva.post('/care/C1/reversal', { reason: 'x' }).expect(201);
    expect((await farm.eva.post('/care/C1/reversal', { reason: 'x' }).expect(409)).body.code).toBe('already-reversed');
  });

  test('has codes of each person’s own: that of another’s care is neither confirmed nor denied', async () => {
    const berta = await service.signIn(farm.coop, { user: 'bertita', roles: ['member'], member: '008' });
    await farm.manager.post('/care', { rows: [care('C1'), care('C2', { member: '008', minutes: 7 })] }).expect(201);
    await farm.eva.post('/care', { rows: [care('C9', { minutes: 30 })] }).expect(201);
    for (const code of ['C1', 'C9', 'free']) {
      const sent = { rows: [care(code, { member: '008', minutes: 5 })] };
      expect((await berta.post('/care', sent)).body).toMatchObject({ recorded: 1, unchanged: 0 });
      expect((await berta.post('/care', sent)).body).toMatchObject({ recorded: 0, unchanged: 1 });
    }
    const otherwise = { rows: [care('c9', { member: '008', minutes: 5 })] };
    expect((await berta.post('/care', otherwise)).body).toMatchObject({ unchanged: 1 });
    const manager = { rows: [care('C9', { minutes: 60 })] };
    expect((await farm.manager.post('/care', manager).expect(201)).body).toMatchObject({ recorded: 1 });
    const seen = async (who: typeof farm.eva): Promise<string[]> =>
      (await who.get('/care').expect(200)).body.items.map(
        ({ code, minutes }: { code: string; minutes: number }) => `${code} ${minutes}`,
      );
    expect((await seen(farm.eva)).sort()).toEqual(['C1 90', 'C9 30', 'C9 60']);
    expect((await seen(berta)).sort()).toEqual(['C1 5', 'C2 7', 'C9 5', 'free 5']);
    expect((await berta.get('/care?format=csv').expect(200)).text).not.toContain('~');
    // taken back by their own codes, each her own; what was entered for her too
    expect((await berta.post('/care/C9/reversal', { reason: 'x' }).expect(201)).body).toMatchObject({ reversed: 'C9' });
    expect((await berta.post('/care/C9/reversal', { reason: 'x' }).expect(409)).text).not.toContain('~');
    await berta.post('/care/C2/reversal', { reason: 'x' }).expect(201);
    expect((await seen(farm.eva)).length).toBe(3);
    const differing = await berta.post('/care', { rows: [care('free', { member: '008', minutes: 6 })] }).expect(409);
    expect([differing.body.code, differing.text.includes('~')]).toEqual(['code-taken', false]);
  });

  test('that two people enter from one sheet is one record, and nothing where they differ tells of the other', async () => {
    const second = await service.signIn(farm.coop, { user: 'second', roles: ['manager'] });
    await farm.manager.post('/care', { rows: [care('C1'), care('C2')] }).expect(201);
    const again = await second.post('/care', { rows: [care('c1'), care('C2', { minutes: 5 })] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 1, unchanged: 1 });
    const minutes = async (who: typeof farm.eva): Promise<number[]> =>
      (await who.get('/care').expect(200)).body.items.map((item: { minutes: number }) => item.minutes).sort();
    expect(await minutes(second)).toEqual([5]);
    expect(await minutes(farm.eva)).toEqual([5, 90, 90]);
    await second.post('/care/C1/reversal', { reason: 'x' }).expect(404);
  });

  test('that an older release kept under a code of the whole co-op is still known by it', async () => {
    await farm.eva.post('/care', { rows: [care('C1')] }).expect(201);
    await service.sql.query(`UPDATE care SET code = 'C1' WHERE coop_id = $1`, [farm.coop]);
    expect((await farm.eva.post('/care', { rows: [care('C1')] }).expect(201)).body).toMatchObject({ unchanged: 1 });
    await farm.eva.post('/care/C1/reversal', { reason: 'x' }).expect(201);
    const { body } = await farm.eva.get('/care').expect(200);
    expect(body.items).toMatchObject([{ code: 'C1', reversal: 'x' }]);
  });

  test('is neither entered nor taken back in a season that is closing', async () => {
    await farm.eva.post('/care', { rows: [care('C1')] }).expect(201);
    await farm.closeSeason();
    const late = await farm.eva.post('/care', { rows: [care('C2')] }).expect(409);
    expect(late.body).toMatchObject({ code: 'season-closed', pointer: '/rows/0/workedOn' });
    expect((await farm.eva.post('/care/C1/reversal', { reason: 'x' }).expect(409)).body.code).toBe('season-closed');
  });

  test.each([
    ['no minutes', { minutes: 0 }, 'bad-field', 'minutes'],
    ['tomorrow', { workedOn: '2026-03-03' }, 'day-in-future', 'workedOn'],
    ['somebody who is no member', { member: '099' }, 'unknown-reference', 'member'],
    ['a structure, which care has none of', { structure: 'G1' }, 'unknown-field', 'structure'],
  ])('refuses %s, and all that came with it', async (_, more, code, field) => {
    const refused = await farm.manager.post('/care', { rows: [care('C1'), care('C2', more)] });
    expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/1/${field}` }]);
    expect(await farm.count('care')).toBe(0);
  });
});
