import { afterAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { testFolder } from '@ayni/testing/test-folder';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { OF_ANOTHER_SERVER } from './foreign-shell.js';
import { startSystem } from './start-system.js';

const OPS = join(WORKSPACE, 'apps/ops/dist/main.js');

let system: SystemProcess | undefined;
afterAll(() => system?.remove());

test('what a shell knows of other databases keeps nobody from starting, and reaches no connection', async () => {
  system = await startSystem(testFolder(), OF_ANOTHER_SERVER);
  expect(system.notices.filter((notice) => /does not answer|cannot be reached/.test(notice))).toEqual([]);
  const sql = await system.sql('sales', 'superuser');
  const { rows } = await sql.query<{ application_name: string }>(
    // its own only: a server may have databases of others
    `SELECT DISTINCT application_name FROM pg_stat_activity
     WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND datname = current_database()`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { application_name } of rows) expect(application_name).toMatch(/^ayni /);
  const status = await runProgram(process.execPath, [OPS, 'status', '--data', system.folder], {
    environment: { ...OF_ANOTHER_SERVER, AYNI_LANG: 'en' },
  });
  expect(status).toMatchObject({ status: 0, errors: '', output: expect.stringContaining('All is well') });
});
