import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CoopId, Day } from '@ayni/kernel';
import { testDatabase, type TestDatabase } from '@ayni/testing-systems/test-database';
import type { Transaction } from '@ayni/database/transaction';
import { Database } from '@ayni/database/database';
import { OutboxEntity } from '../src/outbox/outbox.entity.js';
import { outbox } from '../src/outbox/outbox.js';
import { connectionOptions } from '@ayni/database/connection';
import {
  fillTotals,
  ofSpan,
  spanValues,
  totalsTable,
  type RunningTotals,
  type Span,
} from '@ayni/database/running-totals';
import { newCommandId, newCoopId } from '@ayni/database/new-id';
import { spineTables } from '../src/spine-tables.js';
import { statement } from '@ayni/database/statement';
import fc from 'fast-check';
import pg from 'pg';
import { DataSource } from 'typeorm';

const TOTALS = { table: 'eggs', keys: ['hen', 'nest'], measures: ['laid', 'broken'] } as const satisfies RunningTotals;
const OTHERS = { table: 'chicks', keys: ['hen'], measures: ['hatched'] } as const satisfies RunningTotals;

let database: TestDatabase;
let source: DataSource;
let admin: pg.Pool;
let coops: Database;

beforeAll(async () => {
  database = await testDatabase('sales');
  admin = new pg.Pool({ connectionString: database.url('migrator') });
  for (const text of [...spineTables('sales'), ...totalsTable('sales', TOTALS), ...totalsTable('sales', OTHERS)])
    await admin.query(text);
  const extra = { ...connectionOptions, connectionTimeoutMillis: 0 };
  source = await new DataSource({
    ...{ type: 'postgres', url: database.url('runtime'), entities: [OutboxEntity], poolSize: 8, extra },
  }).initialize();
  coops = new Database(source, () => new Date('2026-07-01T12:00:00Z'), outbox);
});
afterAll(async () => {
  await source.destroy();
  await admin.end();
  await database.drop();
});

const write = (coop: CoopId, work: (tx: Transaction) => Promise<void>): Promise<void> =>
  coops.transaction(coop, newCommandId(), { lock: 'shared' }, work);

type Laid = {
  readonly day: Day;
  readonly hen: string;
  readonly nest: string;
  readonly laid: bigint;
  readonly broken: bigint;
};

const DAYS = [
  '2024-12-31',
  '2025-01-01',
  '2025-01-31',
  '2025-02-01',
  '2025-02-17',
  '2025-02-28',
  '2025-03-01',
  '2026-03-02',
];
const day = fc.constantFrom(...DAYS) as fc.Arbitrary<Day>;
const laid = fc.record<Laid>({
  day,
  hen: fc.constantFrom('a', 'b'),
  nest: fc.constantFrom('', 'n'),
  laid: fc.bigInt({ min: -3n, max: 3n }),
  broken: fc.bigInt({ min: 0n, max: 2n }),
});

const sum = statement(
  'test eggs',
  `SELECT COALESCE(sum(laid), 0)::bigint AS laid, COALESCE(sum(broken), 0)::bigint AS broken FROM eggs
   WHERE ${ofSpan(1)}`,
);
const sumOf = (coop: CoopId, span: Span): Promise<{ laid: bigint; broken: bigint }> =>
  coops.read(coop, (tx) => tx.one(sum, spanValues(span)));

/** The rows of one co-op that are not nothing. */
async function rowsOf(coop: CoopId): Promise<string[]> {
  const { rows } = await admin.query<{ row: string }>(
    `SELECT to_jsonb(eggs)::text AS row FROM eggs WHERE coop_id = $1 AND (laid <> 0 OR broken <> 0) ORDER BY 1`,
    [coop],
  );
  return rows.map(({ row }) => row);
}

describe('running totals', () => {
  test('come to what was added, between any two days, in however many transactions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(laid, { maxLength: 6 }), { maxLength: 5 }), async (transactions) => {
        const coop = newCoopId();
        for (const rows of transactions)
          await write(coop, async (tx) => {
            for (const row of rows) tx.addAtEnd(TOTALS, [row]);
            return Promise.resolve();
          });
        const all = transactions.flat();
        const bounds = [undefined, ...DAYS, '2025-02-10'] as (Day | undefined)[];
        for (const from of bounds)
          for (const until of bounds.filter((end) => from === undefined || end === undefined || from <= end)) {
            const within = all.filter((row) => (from ?? '') <= row.day && row.day < (until ?? '9999'));
            expect(await sumOf(coop, { from, until })).toEqual({
              laid: within.reduce((total, row) => total + row.laid, 0n),
              broken: within.reduce((total, row) => total + row.broken, 0n),
            });
          }
      }),
      { numRuns: 10 },
    );
  });

  test('are the same when they are filled from rows at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(laid, { minLength: 1, maxLength: 12 }), async (rows) => {
        const [kept, filled] = [newCoopId(), newCoopId()];
        await write(kept, (tx) => Promise.resolve(tx.addAtEnd(TOTALS, rows)));
        const values = rows.map(
          (row) => `('${filled}'::uuid, '${row.day}'::date, '${row.hen}', '${row.nest}', ${row.laid}, ${row.broken})`,
        );
        await admin.query(
          fillTotals(
            TOTALS,
            `SELECT * FROM (VALUES ${values.join(', ')}) AS r (coop_id, day, hen, nest, laid, broken)`,
          ),
        );
        expect((await rowsOf(filled)).map((row) => row.replace(filled, kept))).toEqual(await rowsOf(kept));
      }),
      { numRuns: 10 },
    );
  });

  test('lose nothing where many add to the same sums at once, in whatever order, and nobody waits crosswise', async () => {
    const coop = newCoopId();
    const hens = ['a', 'b', 'c', 'd'];
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        write(coop, async (tx) => {
          const mixed = [...hens.slice(i % 4), ...hens.slice(0, i % 4)];
          const others = (): void =>
            tx.addAtEnd(
              OTHERS,
              mixed.map((hen) => ({ day: DAYS[i % 3] as Day, hen, hatched: 1n })),
            );
          if (i % 2 === 0) others();
          for (const hen of i % 5 === 0 ? mixed.toReversed() : mixed)
            tx.addAtEnd(TOTALS, [{ day: DAYS[(i + 1) % 3] as Day, hen, nest: '', laid: 2n, broken: -1n }]);
          if (i % 2 === 1) others();
          return Promise.resolve();
        }),
      ),
    );
    expect(await sumOf(coop, {})).toEqual({ laid: 480n, broken: -240n });
    const { rows } = await admin.query('SELECT sum(hatched)::int AS n FROM chicks WHERE coop_id = $1 AND monthly', [
      coop,
    ]);
    expect(rows).toEqual([{ n: 240 }]);
  });

  test('count nothing of what was taken back, as a part or as a whole', async () => {
    const coop = newCoopId();
    const row = { day: '2025-02-17' as Day, hen: 'a', nest: '', laid: 1n, broken: 0n };
    await write(coop, async (tx) => {
      tx.addAtEnd(TOTALS, [row]);
      await tx.attempt(() => {
        tx.addAtEnd(TOTALS, [row, row]);
        return Promise.reject(new Error('wrong'));
      });
      tx.addAtEnd(TOTALS, [row]);
    });
    await write(coop, (tx) => {
      tx.addAtEnd(TOTALS, [row]);
      return Promise.reject(new Error('wrong'));
    }).catch(() => undefined);
    expect(await sumOf(coop, {})).toEqual({ laid: 2n, broken: 0n });
  });

  test('leave no part open that was taken back: the next does not stand within it', async () => {
    const again = { name: 'back to the attempt', text: 'ROLLBACK TO SAVEPOINT attempt' };
    const after = write(newCoopId(), async (tx) => {
      for (let i = 0; i < 3; i++) await tx.attempt(() => Promise.reject(new Error('wrong')));
      await tx.query(again);
    });
    await expect(after).rejects.toThrow('savepoint "attempt" does not exist');
  });

  test('are a co-op’s own, and a service may change the sums alone', async () => {
    const [ours, theirs] = [newCoopId(), newCoopId()];
    const row = { day: '2025-02-17' as Day, hen: 'a', nest: '', laid: 1n, broken: 0n };
    for (const coop of [ours, theirs]) await write(coop, (tx) => Promise.resolve(tx.addAtEnd(TOTALS, [row])));
    const as = (text: string): Promise<{ n: number }[]> =>
      coops.read(ours, (tx) => tx.query({ name: text.slice(0, 60), text }));
    expect(await as('SELECT count(*)::int AS n FROM eggs')).toEqual([{ n: 2 }]);
    await expect(as('DELETE FROM eggs')).rejects.toThrow('permission denied');
    await expect(as(`UPDATE eggs SET day = '2025-02-18'`)).rejects.toThrow('permission denied');
    await expect(as(`INSERT INTO eggs SELECT '${theirs}', false, '2025-02-18', 'a', '', 1, 0`)).rejects.toThrow(
      'row-level security',
    );
  });
});
