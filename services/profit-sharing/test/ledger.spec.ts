import { deliveryReceived, deliveryReversed, saleRecorded, saleReversed } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { delivery, expense, sale, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
});

describe('the ledger', () => {
  test('posts receipts by how they were paid, and one of nothing without lines', async () => {
    await treasury.open();
    await service.hear(treasury.coop, (tx) => {
      tx.publish(saleRecorded, 'sale/R1', 1, sale('R1', '1.00'));
      tx.publish(saleRecorded, 'sale/R2', 1, sale('R2', '2.00', { payment: 'qr' }));
      tx.publish(saleRecorded, 'sale/R3', 1, sale('R3', '4.00', { payment: 'credit' }));
      tx.publish(saleRecorded, 'sale/R4', 1, sale('R4', '0.00'));
    });
    expect(await treasury.balances()).toEqual({
      cash: '1.00',
      bank: '2.00',
      receivables: '4.00',
      'sales-revenue': '7.00',
    });
    const { body } = await treasury.eva.get('/seasons/2025/figures').expect(200);
    expect(body).toMatchObject({ revenue: '7.00', receipts: 4, saleLines: 4 });
  });

  test('mirrors what was taken back, on its own day', async () => {
    const [r1, d1] = [sale('R1', '600.00'), delivery('D1', '003', '100.00')];
    await service.hear(treasury.coop, (tx) => {
      tx.publish(saleRecorded, 'sale/R1', 1, r1);
      tx.publish(saleRecorded, 'sale/R2', 1, sale('R2', '400.00'));
      tx.publish(deliveryReceived, 'delivery/D1', 1, d1);
    });
    await service.hear(treasury.coop, (tx) => {
      tx.publish(saleReversed, 'sale/R1', 2, { ...r1, reason: 'x' });
      tx.publish(deliveryReversed, 'delivery/D1', 2, { ...d1, reason: 'x' });
    });
    expect(await treasury.balances(r1.day)).toEqual({
      cash: '400.00',
      'sales-revenue': '400.00',
      'produce-purchases': '0.00',
    });
  });

  test('counts a season’s first and last day, and neither the day before nor the day after', async () => {
    await treasury.open();
    await service.hear(treasury.coop, (tx) =>
      ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'].forEach((day, i) =>
        tx.publish(saleRecorded, `sale/R${i}`, 1, sale(`R${i}`, `${10 ** i}.00`, { day })),
      ),
    );
    const { body } = await treasury.eva.get('/seasons/2025/figures').expect(200);
    expect(body).toMatchObject({ revenue: '110.00', receipts: 2 });
    await treasury.eva.get('/seasons/2031/figures').expect(404);
  });

  test('is read by who keeps the money and who presides, in pages and as CSV', async () => {
    const rows = [1, 2, 3].map((i) => expense(`E${i}`));
    await treasury.treasurer.post('/expenses', { rows }).expect(201);
    const page = await treasury.president.get('/ledger/entries?limit=2').expect(200);
    expect(page.body.items.map(({ code }: { code: string }) => code)).toEqual(['E1', 'E2']);
    const next = await treasury.president.get(`/ledger/entries?limit=2&after=${page.body.next}`).expect(200);
    expect(next.body).toMatchObject({ items: [{ code: 'E3' }], next: null });
    const csv = await treasury.treasurer.get('/expenses', { accept: 'text/csv' }).expect(200);
    expect(csv.text.split('\n')).toHaveLength(5);
    for (const other of [treasury.manager, treasury.eva, treasury.integrator]) {
      await other.get('/ledger/entries').expect(403);
      await other.get('/ledger/balances').expect(403);
    }
    expect((await treasury.treasurer.get('/ledger/balances?on=2025-02-29').expect(400)).body.code).toBe('bad-day');
  });

  test('takes no entry out of balance, no line without an entry, and none twice, not even from its owner', async () => {
    await treasury.treasurer.post('/expenses', { rows: [expense('E1')] }).expect(201);
    const line = (code: string, line: number, debit: number, credit: number): Promise<unknown> =>
      service.sql.query(`INSERT INTO ledger_lines VALUES ($1, 'expense', $2, 'record', $3, 'cash', '', $4, $5)`, [
        treasury.coop,
        code,
        line,
        debit,
        credit,
      ]);
    await expect(line('E1', 3, 5, 0)).rejects.toThrow('out of balance');
    await expect(line('E1', 3, 0, 0)).rejects.toThrow('check constraint');
    await expect(
      service.sql.query(
        `INSERT INTO ledger_lines VALUES ($1, 'expense', 'E9', 'record', 1, 'cash', '', 5, 0),
           ($1, 'expense', 'E9', 'record', 2, 'bank', '', 0, 5)`,
        [treasury.coop],
      ),
    ).rejects.toThrow('out of balance');
    const columns = 'coop_id, source, code, posting, day, amount, items, posted_at';
    const entry = (code: string, amount: number, debit: number, credit: number): Promise<unknown> =>
      service.sql.query(
        `WITH entry AS (INSERT INTO ledger_entries (${columns})
           SELECT coop_id, source, $2::text, posting, day, $3::bigint, items, posted_at
           FROM ledger_entries WHERE coop_id = $1 AND source = 'expense' AND code = 'E1' AND posting = 'record')
         INSERT INTO ledger_lines VALUES ($1, 'expense', $2, 'record', 1, 'cash', '', $4, 0),
           ($1, 'expense', $2, 'record', 2, 'bank', '', 0, $5)`,
        [treasury.coop, code, amount, debit, credit],
      );
    await expect(entry('E2', 5, 5, 4)).rejects.toThrow('out of balance');
    await expect(entry('E3', 5, 4, 5)).rejects.toThrow('out of balance');
    await expect(entry('E4', 5, 4, 4)).rejects.toThrow('out of balance');
    await entry('E5', 5, 5, 5);
    await expect(
      service.sql.query(
        `INSERT INTO ledger_entries (${columns}) SELECT ${columns} FROM ledger_entries WHERE coop_id = $1`,
        [treasury.coop],
      ),
    ).rejects.toThrow('unique constraint');
  });
});

describe('the runtime role', () => {
  test('sees the rows of one co-op at a time and changes no fact, entry or frozen run', async () => {
    const other = await Treasury.of(service);
    for (const each of [treasury, other]) {
      await each.open();
      await each.trade();
      await each.close();
      await each.shareOut();
    }
    const client = new pg.Client({ connectionString: service.database.url('runtime') });
    await client.connect();
    try {
      const { rows: tables } = await service.sql.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name = 'coop_id' ORDER BY 1`,
      );
      const seen = async (): Promise<string[]> => {
        const found: string[] = [];
        for (const { name } of tables) {
          const { rows } = await client.query<{ coop_id: string }>(`SELECT DISTINCT coop_id FROM ${name}`);
          found.push(...rows.map((row) => row.coop_id));
        }
        return [...new Set(found)];
      };
      expect(await seen()).toEqual([]);
      await client.query(`SELECT set_config('app.coop', $1, false)`, [treasury.coop]);
      expect(await seen()).toEqual([treasury.coop]);
      const facts = ['expenses', 'grants', 'advances', 'deliveries', 'work_records', 'reversals', 'ledger_entries'];
      const derived = ['ledger_lines', 'run_ties', 'run_debts', 'resolutions', 'households'];
      const shares = ['run_summaries', 'run_members', 'run_households'];
      for (const table of [...facts, ...derived, ...shares]) {
        await expect(client.query(`UPDATE ${table} SET coop_id = coop_id`)).rejects.toThrow('permission denied');
        await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      }
      for (const column of ['"case"', 'outcome', 'fingerprint', 'season', 'calculated_by'])
        await expect(client.query(`UPDATE runs SET ${column} = ${column}`)).rejects.toThrow('permission denied');
      await expect(client.query(`UPDATE fiscal_seasons SET rule_set = rule_set`)).rejects.toThrow('permission denied');
      await expect(client.query(`INSERT INTO households VALUES ($1, 'F09', 'x')`, [other.coop])).rejects.toThrow(
        'row-level security',
      );
    } finally {
      await client.end();
    }
  });
});
