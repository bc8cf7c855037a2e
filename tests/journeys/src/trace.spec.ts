import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@ayni/testing/until';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller } from './caller.js';
import { Collector } from './collector.js';
import { passwordOf } from './people.js';
import { register, openCoop } from './small-coop.js';
import { startSystem } from './start-system.js';

const COOP = 'trazas';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CLIENT_SPAN = 'b7ad6b7169203331';

let collector: Collector;
let system: SystemProcess;

beforeAll(async () => {
  collector = await Collector.open();
  system = await startSystem(undefined, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  await register(await openCoop(system, COOP), COOP);
});

afterAll(async () => {
  await system.remove();
  collector.close();
});

test('one sale can be followed from the request to the stock and the ledger', async () => {
  const caller = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
  const lines = [{ product: 'ONION', quantity: '2', unit: 'kg', unitPrice: '3.50' }];
  const soldAt = '2025-03-10T10:00:00-04:00';
  const rows = [{ receipt: 'R-1', soldAt, market: 'Villa Dolores', payment: 'cash', lines }];
  const reply = await caller.ask('POST', '/api/sales/v1/sales', {
    body: { rows },
    headers: { traceparent: `00-${TRACE}-${CLIENT_SPAN}-01` },
  });
  expect(reply.status).toBe(201);

  const followed = await until((see) => {
    const spans = see(collector.spans.filter(({ trace }) => trace === TRACE));
    const names = spans.map(({ name }) => name);
    return ['inventory', 'profit-sharing'].every((consumer) =>
      names.includes(`${consumer} applies ayni.sales.sale-recorded.v1`),
    ) && names.some((name) => name.startsWith('POST'))
      ? spans
      : undefined;
  });
  const request = followed.find(({ name }) => name.startsWith('POST'));
  expect(request).toMatchObject({ name: 'POST /api/sales/v1/sales', parent: CLIENT_SPAN });
  for (const { parent } of followed.filter(({ name }) => name.endsWith('applies ayni.sales.sale-recorded.v1')))
    expect(parent).toBe(request?.id);
});
