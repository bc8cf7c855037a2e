import { hash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { photo } from '@ayni/testing/photo';
import type { TestService } from '@ayni/testing-service/service';
import { Farm, startProduction, work } from './farm.js';

const MEGABYTE = 1024 * 1024;

let service: TestService;
let farm: Farm;
beforeAll(async () => {
  service = await startProduction();
});
afterAll(() => service.stop());
beforeEach(async () => {
  farm = await Farm.of(service);
});

const hashOf = (content: Buffer): string => hash('sha256', content);

/** How many files the co-op keeps, and how many times somebody added one. */
async function kept(): Promise<[number, number]> {
  const { rows } = await service.sql.query<{ files: number; additions: number }>(
    `SELECT (SELECT count(*)::int FROM attachments WHERE coop_id = $1) AS files,
            (SELECT count(*)::int FROM attachment_additions WHERE coop_id = $1) AS additions`,
    [farm.coop],
  );
  return [rows[0]?.files ?? 0, rows[0]?.additions ?? 0];
}

/** Says of files that they are larger than they are, as if there were many. */
async function swell(hashes: readonly string[], bytes: number): Promise<void> {
  await service.sql.query('UPDATE attachments SET bytes = $3 WHERE coop_id = $1 AND hash = ANY($2)', [
    ...[farm.coop, hashes, bytes],
  ]);
}

describe('a file', () => {
  test('is kept once under the hash of its bytes, and given back as they were', async () => {
    const content = photo();
    const first = await farm.manager.bring('/attachments', content).expect(201);
    expect(first.body).toMatchObject({
      hash: hashOf(content),
      type: 'image/jpeg',
      bytes: 200,
      command: { events: {} },
    });
    const again = await farm.manager.bring('/attachments', content).expect(201);
    expect(again.body).toMatchObject({ hash: hashOf(content) });
    await farm.berta.bring('/attachments', content).expect(201);
    expect(await kept()).toEqual([1, 2]);
    const shown = await farm.manager
      .get(`/attachments/${hashOf(content)}`)
      .buffer(true)
      .expect(200);
    expect(Buffer.compare(shown.body as Buffer, content)).toBe(0);
  });

  test('is given back to be saved: never as a page, and never as what it called itself', async () => {
    const content = Buffer.from('%PDF-1.7\n<script>alert(1)</script>\n%%EOF');
    await farm.manager.bring('/attachments', content, { 'content-type': 'text/html' }).expect(201);
    const { headers } = await farm.manager.get(`/attachments/${hashOf(content)}`).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${hashOf(content).slice(0, 12)}.pdf"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  test('is what its bytes say; a page, a drawing or nothing is not kept', async () => {
    for (const content of ['<!doctype html>', '<svg xmlns="http://www.w3.org/2000/svg"/>', '{"rows":[]}']) {
      const refused = await farm.manager
        .bring('/attachments', Buffer.from(content), { 'content-type': 'image/jpeg' })
        .expect(400);
      expect(refused.body).toMatchObject({ code: 'attachment-type' });
    }
    expect((await farm.manager.bring('/attachments', Buffer.alloc(0)).expect(400)).body.code).toBe('attachment-type');
    // a photo of which no more came than its head, and one that says it has no width
    for (const content of [photo().subarray(0, 70), photo({ width: 0 })])
      expect((await farm.manager.bring('/attachments', content).expect(400)).body.code).toBe('attachment-type');
    const packed = await farm.manager.bring('/attachments', photo(), { 'content-encoding': 'gzip' }).expect(400);
    expect(packed.body.code).toBe('bad-request');
    expect(await kept()).toEqual([0, 0]);
  });

  test('has 5 MB at the most', async () => {
    await farm.manager.bring('/attachments', photo({ bytes: 5 * MEGABYTE })).expect(201);
    const refused = await farm.manager.bring('/attachments', photo({ bytes: 5 * MEGABYTE + 1 })).expect(413);
    expect(refused.body).toMatchObject({ code: 'body-too-large', detail: expect.stringContaining('5 MB') });
    expect(await kept()).toEqual([1, 1]);
  });

  test('that is a photo has 25 megapixels at the most, however little it weighs', async () => {
    const light = photo({ width: 5_000, height: 5_000 });
    expect(light.length).toBeLessThan(MEGABYTE / 8);
    await farm.manager.bring('/attachments', light).expect(201);
    for (const [width, height] of [
      [5_000, 5_001],
      [8_000, 5_000],
      [65_500, 382],
    ] as const) {
      const refused = await farm.manager.bring('/attachments', photo({ width, height })).expect(400);
      expect(refused.body).toMatchObject({
        code: 'picture-too-large',
        detail: `La foto tiene ${width} por ${height} píxeles, y se guardan fotos de hasta 25 megapíxeles: achíquela, o sáquela con menos resolución.`,
      });
    }
    expect(await kept()).toEqual([1, 1]);
  });

  test('is done once under its key, and the key is for those bytes', async () => {
    const content = photo();
    const key = { 'idempotency-key': 'a-photo' };
    const first = await farm.manager.bring('/attachments', content, key).expect(201);
    const again = await farm.manager.bring('/attachments', content, key).expect(201);
    expect([again.headers['idempotent-replay'], again.body]).toEqual(['true', first.body]);
    const other = await farm.manager.bring('/attachments', photo(), key).expect(409);
    expect(other.body.code).toBe('idempotency-key-reused');
  });

  test('is listened to only from who may add one', async () => {
    const treasurer = await service.signIn(farm.coop, { user: 'tea', roles: ['treasurer'] });
    await treasurer.bring('/attachments', photo()).expect(403);
    await service.client().bring('/attachments', photo()).expect(401);
    expect(await kept()).toEqual([0, 0]);
  });
});

describe('what is kept has an end', () => {
  test('for each user within a day, from the oldest on', async () => {
    const [first, second] = [photo(), photo()];
    for (const content of [first, second]) await farm.eva.bring('/attachments', content).expect(201);
    await swell([hashOf(first), hashOf(second)], 50 * MEGABYTE);
    const refused = await farm.eva.bring('/attachments', photo()).expect(429);
    expect([refused.body.code, refused.headers['retry-after']]).toEqual(['too-many-attachments', '3600']);
    // what she has added already is no more, and others go on
    await farm.eva.bring('/attachments', first).expect(201);
    await farm.manager.bring('/attachments', photo()).expect(201);
    await service.sql.query(
      `UPDATE attachment_additions SET added_at = added_at - interval '25 hours' WHERE coop_id = $1 AND hash = $2`,
      [farm.coop, hashOf(first)],
    );
    await farm.eva.bring('/attachments', photo()).expect(201);
  });

  test('for the co-op, and another co-op goes on', async () => {
    const content = photo();
    await farm.manager.bring('/attachments', content).expect(201);
    await swell([hashOf(content)], 2_147_483_647);
    await service.sql.query(
      `UPDATE attachment_additions SET added_at = added_at - interval '25 hours' WHERE coop_id = $1`,
      [farm.coop],
    );
    const refused = await farm.manager.bring('/attachments', photo()).expect(409);
    expect(refused.body.code).toBe('attachments-full');
    // it is there already
    await farm.berta.bring('/attachments', content).expect(201);
    const other = await Farm.of(service);
    await other.manager.bring('/attachments', content).expect(201);
  });
});

describe('a record of work', () => {
  test('names the photos of its sheet, and says so in the list', async () => {
    const [front, back] = [photo(), photo()];
    for (const content of [front, back]) await farm.manager.bring('/attachments', content).expect(201);
    const attachments = [hashOf(front), hashOf(back)];
    const rows = [work('W1', { attachments }), work('W2'), work('W3', { attachments: null, minutes: 5 })];
    await farm.manager.post('/work', { rows }).expect(201);
    const again = await farm.manager.post('/work', { rows }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 3 });
    const { body } = await farm.manager.get('/work').expect(200);
    expect(body.items).toMatchObject([{ attachments }, { attachments: null }, { attachments: null }]);
    const { text } = await farm.manager.get('/work?format=csv&headers=names').expect(200);
    expect(text).toContain(attachments.join(' '));
  });

  test('is confirmed without them: no photo crosses a border', async () => {
    const content = photo();
    await farm.manager.bring('/attachments', content).expect(201);
    await farm.manager.post('/work', { rows: [work('W1', { attachments: [hashOf(content)] })] }).expect(201);
    await farm.berta.post('/confirmations', { codes: ['W1'] }).expect(201);
    const told = await service.told(farm.coop);
    expect(JSON.stringify(told)).not.toContain(hashOf(content));
  });

  test('names none that is not kept, and nothing of the load is', async () => {
    const known = hashOf(photo());
    const rows = [work('W1'), work('W2', { attachments: [known] })];
    const refused = await farm.manager.post('/work', { rows }).expect(400);
    expect(refused.body).toMatchObject({ code: 'unknown-reference', pointer: '/rows/1/attachments/0' });
    for (const attachments of [[], ['x'], [known.toUpperCase()], 'all', [7], Array(11).fill(known)]) {
      const bad = await farm.manager.post('/work', { rows: [work('W1', { attachments })] }).expect(400);
      expect(bad.body).toMatchObject({ code: 'bad-field', pointer: '/rows/0/attachments' });
    }
    expect(await farm.count('work')).toBe(0);
  });

  test('that names other photos is another one', async () => {
    const content = photo();
    await farm.manager.bring('/attachments', content).expect(201);
    await farm.manager.post('/work', { rows: [work('W1')] }).expect(201);
    const refused = await farm.manager
      .post('/work', { rows: [work('W1', { attachments: [hashOf(content)] })] })
      .expect(409);
    expect(refused.body.code).toBe('code-taken');
  });
});

describe('nobody else learns of a photo', () => {
  test('a member has those that she added, and officers have all', async () => {
    const [sheet, own] = [photo(), photo()];
    await farm.manager.bring('/attachments', sheet).expect(201);
    await farm.eva.bring('/attachments', own).expect(201);
    await farm.eva.get(`/attachments/${hashOf(own)}`).expect(200);
    const refused = await farm.eva.get(`/attachments/${hashOf(sheet)}`).expect(404);
    const unknown = await farm.eva.get(`/attachments/${hashOf(photo())}`).expect(404);
    expect(refused.body.code).toBe(unknown.body.code);
    for (const role of ['treasurer', 'president'] as const) {
      const officer = await service.signIn(farm.coop, { user: `of ${role}`, roles: [role] });
      await officer.get(`/attachments/${hashOf(own)}`).expect(200);
    }
    for (const role of ['seller', 'integrator'] as const) {
      const other = await service.signIn(farm.coop, { user: `of ${role}`, roles: [role] });
      await other.get(`/attachments/${hashOf(own)}`).expect(403);
    }
    const named = await farm.eva.post('/work', { rows: [work('W1', { attachments: [hashOf(sheet)] })] }).expect(400);
    expect(named.body).toMatchObject({ code: 'unknown-reference', pointer: '/rows/0/attachments/0' });
    await farm.eva.post('/work', { rows: [work('W1', { attachments: [hashOf(own)] })] }).expect(201);
  });

  test('another co-op has none of them', async () => {
    const content = photo();
    await farm.manager.bring('/attachments', content).expect(201);
    const other = await Farm.of(service);
    await other.manager.get(`/attachments/${hashOf(content)}`).expect(404);
    const rows = [work('W1', { attachments: [hashOf(content)] })];
    expect((await other.manager.post('/work', { rows }).expect(400)).body.code).toBe('unknown-reference');
  });
});
