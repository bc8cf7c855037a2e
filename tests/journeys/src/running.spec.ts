import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { events, schemaPath, SERVICES } from '@ayni/contracts';
import { until } from '@ayni/testing/until';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import type { Ending, SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller } from './caller.js';
import { passwordOf } from './people.js';
import { register, openCoop } from './small-coop.js';
import { startSystem, onLaptop } from './start-system.js';

const COOP = 'marcha';
const STOP_MS = 10_000;
/** The longest that anybody may wait. */
const WAIT_S = 30;
const SALE = 'ayni.sales.sale-recorded.v1';

let system: SystemProcess;
let caller: Caller;

beforeAll(async () => {
  system = await startSystem();
  await register(await openCoop(system, COOP), COOP);
  caller = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
});

afterAll(() => system.remove());

const sale = (receipt: string, product = 'ONION'): object => ({
  ...{ receipt, soldAt: '2025-06-01T10:00:00-04:00', market: 'Villa Dolores', payment: 'cash' },
  lines: [{ product, quantity: '2', unit: 'kg', unitPrice: '12.50' }],
});

/** What a command answers, for asking another service how far it is with it. */
async function command(path: string, row: object): Promise<{ id: string; events: string }> {
  const { status, body, text } = await caller.post(`/api/${path}`, { rows: [row] });
  expect([status, text]).toEqual([201, expect.anything()]);
  const done = body.field('command');
  const counts = done.field('events').entries.map(([type, count]) => `${type}:${count.number}`);
  return { id: done.field('id').text, events: counts.join(',') };
}

const progress = (service: string, { id, events: types }: { id: string; events: string }, wait: number, by = caller) =>
  by.get(`/api/${service}/v1/commands/${id}?events=${types}&wait=${wait}`);

describe('who has written something and asks another service for it', () => {
  test('is answered when that service has applied it, and then finds it there', async () => {
    for (let n = 0; n < 20; n += 1) {
      const product = `P${n}`;
      await command('inventory/v1/products', { code: product, name: 'Onion', stockUnit: 'g' });
      const unit = await command('inventory/v1/units', {
        product,
        unit: 'kg',
        factor: '1000',
        validFrom: '2024-01-01',
      });
      const seen = await progress('sales', unit, WAIT_S);
      expect(seen.body.value).toMatchObject({ command: unit.id, listens: 1, applied: 1, unseen: 0, settled: true });
      const sold = await command('sales/v1/sales', sale(`R-${product}`, product));
      expect((await progress('inventory', sold, WAIT_S)).body.value).toMatchObject({
        applied: 1,
        parked: 0,
        settled: true,
      });
      const shortage = await caller.get(`/api/inventory/v1/shortages?product=${product}`);
      expect(shortage.body.field('items').list.length).toBe(1);
    }
  });

  test('is told at once by a service that listens to none of it, however long she would wait', async () => {
    const sold = await command('sales/v1/sales', sale('R-nobody'));
    const began = performance.now();
    const seen = await progress('production', sold, WAIT_S);
    expect(seen.body.value).toEqual({
      ...{ command: sold.id, listens: 0, applied: 0, waiting: 0, parked: 0, dropped: 0, unseen: 0, settled: true },
    });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('is told what is still to come when her patience ends', async () => {
    const nothing = { id: randomUUID(), events: `${SALE}:3` };
    const seen = await progress('inventory', nothing, 1);
    expect(seen.body.value).toMatchObject({ listens: 3, applied: 0, unseen: 3, settled: false });
  });

  test('waits a hundred times at once at most, and takes no place of anybody else', async () => {
    const impatient = await Caller.signIn(system.url, COOP, 'second', passwordOf(COOP));
    const nothing = { id: randomUUID(), events: `${SALE}:1` };
    // they end by themselves, or with the system
    const waits = Array.from({ length: 100 }, () => progress('inventory', nothing, WAIT_S, impatient));
    void Promise.allSettled(waits);
    const refused = await until(async (see) => {
      const { status, body } = await progress('inventory', nothing, 1, impatient);
      return see(status) === 429 ? body.field('code').text : undefined;
    });
    expect(refused).toBe('too-many-waiting');
    expect((await progress('inventory', nothing, 1)).status).toBe(200);
    expect((await impatient.get('/api/inventory/v1/lots')).status).toBe(200);
  });
});

describe('who looks after the system', () => {
  onLaptop('finds health, metrics of every service under its name, docs and the schema of every event', async () => {
    expect((await caller.get('/health/live')).status).toBe(200);
    const ready = await caller.get('/health/ready');
    expect([ready.status, ready.body.field('ready').flag]).toEqual([200, true]);
    expect(ready.body.field('services').entries.map(([name, up]) => [name, up.flag])).toEqual(
      SERVICES.map((name) => [name, true]),
    );

    const named = SERVICES.flatMap((service) =>
      [
        ...[
          'ayni_outbox_waiting',
          'ayni_outbox_oldest_seconds',
          'ayni_inbox_parked',
          'ayni_consumer_lag',
          'ayni_books_to_look_at',
        ],
        ...['ayni_http_request_seconds_bucket'],
      ].map((name) => new RegExp(`^${name}\\{[^}]*service="${service}"`, 'm')),
    );
    const metrics = await until(async (see) => {
      const { text } = await caller.get('/metrics');
      // those of a service that is slow to answer are left out
      return see(named.filter((name) => !name.test(text))).length === 0 ? text : undefined;
    });
    expect(metrics).toMatch(/^process_resident_memory_bytes \d/m);
    // each name is declared once, or Prometheus refuses the whole answer
    const declared = metrics.match(/^# TYPE \S+/gm) ?? [];
    expect(new Set(declared).size).toBe(declared.length);

    const page = await caller.get('/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    for (const [, file] of page.text.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g))
      expect([file, (await caller.get(file ?? '')).status]).toEqual([file, 200]);
    for (const service of SERVICES)
      expect((await caller.get(`/docs/${service}.json`)).body.field('openapi').text).toMatch(/^3\./);
    const { body } = await caller.get('/schemas');
    const documents = body.field('documents').list.map((one) => one.field('schema').text);
    expect(documents).toEqual(['/schemas/case.v1.json', '/schemas/outcome.v1.json']);
    for (const path of documents) expect((await caller.get(path)).body.field('$id').text).toBe(`ayni:${path}`);
    const index = body.field('schemas').list;
    expect(index.map((one) => [one.field('type').text, one.field('schema').text])).toEqual(
      events.map(({ type }) => [type, schemaPath(type)]).toSorted(),
    );
    for (const { type } of events) {
      const schema = await caller.get(schemaPath(type));
      expect([type, schema.status, schema.headers.get('content-type')]).toEqual([type, 200, 'application/schema+json']);
      expect(schema.body.field('$schema').text).toBe('https://json-schema.org/draft/2020-12/schema');
    }
    for (const path of [
      '/docs/nothing',
      '/assets/nothing.js',
      '/api/nothing/v1/x',
      '/api/sales/v1/nothing',
      '/schemas/nothing.json',
      ...['//', '/ventas//', '//elsewhere.example/'],
    ]) {
      const missing = await caller.get(path);
      expect([path, missing.status, missing.body.field('code').value]).toEqual([path, 404, 'not-found']);
    }
  });

  onLaptop('is told when somebody starts a second instance on the same folder, while the first goes on', async () => {
    const second = await system.startSecond();
    expect(second.status).toBe(1);
    expect(second.errors).toContain(`${system.folder} is in use by another Ayni`);
    expect(second.output).not.toContain('ready');
    expect((await caller.get('/api/members/v1/coop')).status).toBe(200);
  });

  test('stops it within ten seconds while people sell and wait, and finds at the next start all that was accepted', async () => {
    const accepted: string[] = [];
    const refused: number[] = [];
    let stopping: Promise<Ending> | undefined;
    // who waits for what does not come must not hold the system up
    const patient = progress('inventory', { id: randomUUID(), events: `${SALE}:1` }, WAIT_S).catch(() => undefined);
    const sell = async (who: number): Promise<void> => {
      for (let n = 0; ; n += 1) {
        const receipt = `R-${who}-${n}`;
        const reply = await caller.post('/api/sales/v1/sales', { rows: [sale(receipt)] }).catch(() => undefined);
        if (reply?.status === 201) accepted.push(receipt);
        else if (reply === undefined) return;
        else refused.push(reply.status);
        if (accepted.length === 50) stopping ??= system.stop();
      }
    };
    await Promise.all([patient, ...Array.from({ length: 8 }, (_, who) => sell(who))]);
    const ending = await stopping;
    expect(ending?.status).toBe(0);
    expect(ending?.ms).toBeLessThan(STOP_MS);
    expect(refused).toEqual([]);

    await system.restart();
    expect(system.isNew).toBe(false);
    caller = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
    const missing = await Promise.all(
      accepted.map(async (receipt) =>
        (await caller.get(`/api/sales/v1/sales/${receipt}`)).status === 200 ? [] : [receipt],
      ),
    );
    expect(missing.flat()).toEqual([]);
    // what was sold just before the end is issued after the start
    const books = await SystemBooks.open(system);
    await until(async (see) => {
      const { body } = await caller.get('/api/inventory/v1/stock');
      const onion = see(body.field('items').list.find((item) => item.field('product').text === 'ONION')?.value);
      const [sold] = await books.rows<{ grams: string }>(
        'sales',
        `SELECT sum(stock_quantity)::text AS grams FROM sale_lines JOIN coops USING (coop_id)
         WHERE product = 'ONION' AND code = '${COOP}'`,
      );
      return Reflect.get(Object(onion), 'sold') === sold?.grams;
    });
  });

  onLaptop('can stop it while it does nothing, at once, and start it again', async () => {
    expect(await system.stop()).toMatchObject({ status: 0 });
    await system.restart();
    expect((await new Caller(system.url).get('/health/ready')).status).toBe(200);
  });
});
