import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@ayni/testing/until';
import type { TestService } from '@ayni/testing-service/service';
import { care, Farm, startProduction, work } from './farm.js';

let service: TestService;
beforeAll(async () => {
  service = await startProduction();
});
afterAll(() => service.stop());

test.each([
  ['care', care],
  ['work', work],
])('codes of %s are looked up by their index, whatever else the books hold', async (table, record) => {
  const farm = await Farm.of(service);
  await farm.manager.post(`/${table}`, { rows: [record('C1', { member: '008' })] }).expect(201);
  await service.sql.query(
    `INSERT INTO ${table} (coop_id, code, day, member, activity, minutes, digest, recorded_by, recorded_at)
     SELECT coop_id, 'N' || n, day, member, activity, minutes, digest, recorded_by, recorded_at
     FROM ${table}, generate_series(1, 5000) n WHERE coop_id = $1`,
    [farm.coop],
  );
  await service.sql.query(`ANALYZE ${table}`);
  // the server counts with a delay, so more often than it was asked before
  const counted = await until(async (see) => {
    await farm.eva.post(`/${table}`, { rows: [record('N4000', { minutes: 5 })] }).expect(201);
    const { rows } = await service.sql.query<{ scans: string; read: string }>(
      `SELECT i.idx_scan AS scans, i.idx_tup_read + t.seq_tup_read AS read
       FROM pg_stat_user_indexes i JOIN pg_stat_user_tables t USING (relid) WHERE i.indexrelname = $1`,
      [`${table}_by_sent_key`],
    );
    const [scans, read] = [Number(see(rows[0])?.scans), Number(rows[0]?.read)];
    return scans > 5 ? { scans, read } : undefined;
  });
  expect(counted.read).toBeLessThan(counted.scans * 10);
  expect((await farm.eva.get(`/${table}`).expect(200)).body.items).toMatchObject([{ code: 'N4000', minutes: 5 }]);
});
