import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());

const set = { code: 'propias', name: 'Propias' };
const type = { code: 'capital', name: 'Capital social', value: '100.00' };

test.each([
  ['rule set', '/own-rule-sets', set, { copies: 'no-such-law' }, ['unknown-reference', 'copies']],
  ['type of certificates', '/certificate-types', type, { value: '1.001' }, ['bad-amount', 'value']],
])('that the code of a %s is taken is told with what else is wrong', async (_, path, row, more, [code, field]) => {
  const { treasurer } = await Treasury.of(service);
  await treasurer.post(path, { rows: [row] }).expect(201);
  const told = async (...rows: object[]): Promise<string[][]> => {
    const { body } = await treasurer.post(`${path}?trial=true`, { rows }).expect(200);
    return body.faults.map((fault: Record<string, string>) => [fault['code'], fault['pointer']]).sort();
  };
  expect(await told({ ...row, ...more })).toEqual(
    [
      ['code-taken', '/rows/0/code'],
      [code, `/rows/0/${field}`],
    ].sort(),
  );
  // a code of its own is not called taken, and what is there already is no fault
  expect(await told(row, { ...row, ...more, code: 'other' })).toEqual([[code, `/rows/1/${field}`]]);
});
