import { deliveryReceived, saleRecorded, saleReversed, workConfirmed, workReversed } from '@ayni/contracts';
import { until } from '@ayni/testing/until';
import type { TestService } from '@ayni/testing-service/service';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { delivery, expense, grant, sale, startProfitSharing, Treasury, work } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
  await treasury.open();
});

describe('closing a season', () => {
  test('shuts the doors at once and is told on; it cannot be asked for twice', async () => {
    await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(201);
    await treasury.doors('2025', 'closing');
    const refused = await treasury.treasurer.post('/expenses', { rows: [expense('E1')] }).expect(409);
    expect(refused.body).toMatchObject({ code: 'season-closed', pointer: '/rows/0/spentOn' });
    await treasury.treasurer.post('/expenses', { rows: [expense('E1', { spentOn: '2026-07-01' })] }).expect(201);
    expect((await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(409)).body.code).toBe(
      'season-not-open',
    );
    await treasury.treasurer.post('/seasons/2031/closing', { season: '2031' }).expect(404);
    expect(await treasury.told()).toContain('season-closing season/2025 2');
  });

  test('reports what this service wrote and what it applied, reversals netted', async () => {
    await treasury.treasurer.post('/grants', { rows: [grant('G1')] }).expect(201);
    await treasury.trade();
    await service.hear(treasury.coop, (tx) => {
      tx.publish(saleRecorded, 'sale/R3', 1, sale('R3', '5.00', { day: '2026-07-01' }));
      tx.publish(saleRecorded, 'sale/R4', 1, sale('R4', '7.00'));
      tx.publish(saleReversed, 'sale/R4', 2, { ...sale('R4', '7.00'), reason: 'typed twice' });
      tx.publish(deliveryReceived, 'delivery/D2', 1, delivery('D2', '001', '0.05'));
      tx.publish(workConfirmed, 'work/W3', 1, work('W3', '001', 60));
      tx.publish(workReversed, 'work/W3', 2, { ...work('W3', '001', 60), reason: 'another day' });
    });
    await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(201);
    expect(await treasury.books()).toMatchObject({
      written: {
        expense: { records: '1', centavos: '9328' },
        grant: { records: '1', centavos: '4800000' },
        advance: { records: '1', centavos: '8610' },
      },
      applied: {
        register: { members: '3', days: '1095' },
        work: { records: '2', minutes: '360' },
        delivery: { lots: '2', quantity: '4000', centavos: '10005' },
        sale: { receipts: '2', lines: '2', centavos: '100000' },
      },
      parked: 0,
      waiting: 0,
    });
  });

  test('waits for every service, and says who has not reported', async () => {
    await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(201);
    const reports = await treasury.reports();
    for (const name of ['members', 'production', 'inventory'] as const) await treasury.report(name, reports[name]);
    const { body } = await treasury.treasurer.get('/seasons/2025/closing').expect(200);
    expect(body).toMatchObject({ season: '2025', state: 'closing', lacking: [] });
    expect(body.services).toEqual(
      expect.arrayContaining([{ service: 'sales', reported: false }, expect.objectContaining({ service: 'members' })]),
    );
    await treasury.report('sales', reports.sales);
    await treasury.doors('2025', 'closed');
    expect(await treasury.told()).toEqual(
      ['season-opened 1', 'season-closing 2', 'season-closed 3'].map((told) => told.replace(' ', ' season/2025 ')),
    );
  });

  test('waits until this service has applied what another wrote, and says how much it lacks', async () => {
    await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(201);
    const { members, production, inventory, sales } = await treasury.reports();
    await treasury.report('members', members);
    await treasury.report('production', {
      ...production,
      written: { ...production.written, work: { records: '1', minutes: '60' } },
    });
    await treasury.report('inventory', inventory);
    await treasury.report('sales', sales);
    const { body } = await treasury.treasurer.get('/seasons/2025/closing').expect(200);
    expect(body).toMatchObject({
      state: 'closing',
      lacking: [
        { kind: 'work', service: 'profit-sharing', measure: 'records', written: '1', applied: '0' },
        { kind: 'work', service: 'profit-sharing', measure: 'minutes', written: '60', applied: '0' },
      ],
    });
    // the fact arrives: what this service reports then closes the season, without anybody asking again
    await service.hear(treasury.coop, (tx) => tx.publish(workConfirmed, 'work/W1', 1, work('W1', '001', 60)));
    await treasury.doors('2025', 'closed');
  });

  test.each(['unpublished', 'parked', 'waiting'] as const)('waits while anything is %s', async (flow) => {
    await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(201);
    const { members, production, inventory, sales } = await treasury.reports();
    await treasury.report('members', members);
    await treasury.report('production', production);
    await treasury.report('inventory', { ...inventory, [flow]: 1 });
    await treasury.report('sales', sales);
    expect((await treasury.treasurer.get('/seasons/2025/closing').expect(200)).body.state).toBe('closing');
    await treasury.report('inventory', inventory, 2);
    await treasury.doors('2025', 'closed');
  });

  test('goes by the last report of a service, in whatever order they arrive', async () => {
    await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(201);
    const { members, production, inventory, sales } = await treasury.reports();
    await treasury.report('members', members);
    await treasury.report('production', production);
    await treasury.report('inventory', { ...inventory, parked: 1 }, 3);
    await treasury.report('inventory', inventory, 2);
    await treasury.report('sales', sales);
    expect((await treasury.treasurer.get('/seasons/2025/closing').expect(200)).body.state).toBe('closing');
    await treasury.report('inventory', inventory, 4);
    await treasury.doors('2025', 'closed');
  });

  test('counts every expense that was accepted while it closed', async () => {
    let asked = 0;
    const spend = async (): Promise<number> => {
      let accepted = 0;
      for (;;) {
        const answer = await treasury.treasurer.post('/expenses', {
          rows: [expense(`E${asked++}`, { amount: '1.00' })],
        });
        if (answer.status !== 201) {
          expect(answer.body.code).toBe('season-closed');
          return accepted;
        }
        accepted++;
      }
    };
    const spending = [spend(), spend(), spend()];
    await until(async () => (await treasury.count('expenses')) > 5);
    await treasury.treasurer.post('/seasons/2025/closing', { season: '2025' }).expect(201);
    const accepted = (await Promise.all(spending)).reduce((sum, count) => sum + count, 0);
    const { written } = await until(async (see) => {
      const books = see(await treasury.books());
      return books.written.expense?.records === String(accepted) ? books : undefined;
    });
    expect(written.expense).toEqual({ records: String(accepted), centavos: String(accepted * 100) });
  });
});
