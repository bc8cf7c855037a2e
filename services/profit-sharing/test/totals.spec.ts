import { deliveryReceived, deliveryReversed, saleRecorded, saleReversed } from '@ayni/contracts';
import { formatAmount } from '@ayni/kernel';
import { migratedAgain } from '@ayni/testing-service/migrated-again';
import type { TestService } from '@ayni/testing-service/service';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeepLedgerTotals1795856400000 } from '../src/persistence/migrations/20261128T0900-keep-ledger-totals.js';
import { CutUpRuns1795860000000 } from '../src/persistence/migrations/20261128T1000-cut-up-runs.js';
import { KeepAccountTotals1795940700000 } from '../src/persistence/migrations/20261129T0825-keep-account-totals.js';
import { advance, delivery, expense, grant, sale, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());

const GRAINS = '(VALUES (true), (false)) AS grains (monthly)';
const GRAIN_OF_DAY = `CASE WHEN monthly THEN date_trunc('month', day::timestamp)::date ELSE day END AS day`;

/** What must hold of the running totals at any moment; each query answers what breaks it. */
const BROKEN = {
  'an account has another total than its lines come to': `
    SELECT monthly, day, source, account, party FROM (
      SELECT monthly, day, source, account, party, debit, credit FROM ledger_totals WHERE coop_id = $1
      UNION ALL
      SELECT monthly, ${GRAIN_OF_DAY}, source, account, party, -debit, -credit
      FROM ${GRAINS}, ledger_entries JOIN ledger_lines USING (coop_id, source, code, posting) WHERE coop_id = $1) AS all_of
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(debit) <> 0 OR sum(credit) <> 0`,
  'an account has another total of all days than its lines come to': `
    SELECT source, account, party FROM (
      SELECT source, account, party, debit, credit FROM account_totals WHERE coop_id = $1
      UNION ALL
      SELECT source, account, party, -debit, -credit FROM ledger_lines WHERE coop_id = $1) AS all_of
    GROUP BY 1, 2, 3 HAVING sum(debit) <> 0 OR sum(credit) <> 0`,
  'a kind of document has another total than its entries come to': `
    SELECT monthly, day, source FROM (
      SELECT monthly, day, source, entries, items FROM entry_totals WHERE coop_id = $1
      UNION ALL
      SELECT monthly, ${GRAIN_OF_DAY}, source, sign, sign * items
      FROM ${GRAINS}, (SELECT *, CASE posting WHEN 'record' THEN -1 ELSE 1 END AS sign
                       FROM ledger_entries WHERE coop_id = $1) AS entries) AS all_of
    GROUP BY 1, 2, 3 HAVING sum(entries) <> 0 OR sum(items) <> 0`,
} as const;

async function broken({ coop }: Treasury): Promise<string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(BROKEN))
    for (const row of (await service.sql.query<object>(query, [coop])).rows)
      found.push(`${what}: ${JSON.stringify(row)}`);
  return found;
}

/** The balances on a day, from the lines themselves. */
async function balancesByLines({ coop }: Treasury, on: string): Promise<object[]> {
  const { rows } = await service.sql.query<{ account: string; party: string; debit: bigint; credit: bigint }>(
    `SELECT account, party, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
     FROM ledger_lines JOIN ledger_entries USING (coop_id, source, code, posting)
     WHERE coop_id = $1 AND day <= $2 GROUP BY 1, 2 ORDER BY 1, 2`,
    [coop, on],
  );
  return rows.map(({ account, party, debit, credit }) => ({
    account,
    party: party === '' ? null : party,
    debit: formatAmount(BigInt(debit), 2),
    credit: formatAmount(BigInt(credit), 2),
  }));
}

/** Around both ends of season 2025 and of months in it. */
const DAYS = [
  '2025-06-30',
  '2025-07-01',
  '2025-07-31',
  '2025-08-01',
  '2026-02-28',
  '2026-03-17',
  '2026-06-30',
  '2026-07-01',
];

const step = fc.record({
  act: fc.constantFrom('sell', 'sell', 'deliver', 'spend', 'grant', 'advance', 'take back', 'take back'),
  day: fc.constantFrom(...DAYS),
  amount: fc.integer({ min: 1, max: 9_999 }).map((centavos) => formatAmount(BigInt(centavos), 2)),
  yes: fc.boolean(),
  which: fc.nat(),
});

test('whatever is posted and taken back in whatever order, the totals are what the lines come to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      const treasury = await Treasury.of(service);
      await treasury.open();
      await treasury.treasurer.post('/grants', { rows: [grant('G', { restricted: steps[0]?.yes })] }).expect(201);
      const standing: (() => Promise<unknown>)[] = [];
      const undo = (path: string) => () => treasury.treasurer.post(`${path}/reversal`, { reason: 'wrong' }).expect(201);
      const load = (path: string, code: string, row: object): Promise<unknown> => {
        standing.push(undo(`${path}/${code}`));
        return treasury.treasurer.post(path, { rows: [row] }).expect(201);
      };
      for (const [i, { act, day, amount, yes, which }] of steps.entries()) {
        if (act === 'sell') {
          const sold = sale(`R${i}`, amount, { day, payment: yes ? 'cash' : 'qr' });
          await service.hear(treasury.coop, (tx) => tx.publish(saleRecorded, `sale/R${i}`, 1, sold));
          const reversed = { ...sold, reason: 'x' };
          standing.push(() => service.hear(treasury.coop, (tx) => tx.publish(saleReversed, `sale/R${i}`, 2, reversed)));
        } else if (act === 'deliver') {
          const taken = { ...delivery(`D${i}`, '003', amount), day };
          await service.hear(treasury.coop, (tx) => tx.publish(deliveryReceived, `delivery/D${i}`, 1, taken));
          const reversed = { ...taken, reason: 'x' };
          standing.push(() =>
            service.hear(treasury.coop, (tx) => tx.publish(deliveryReversed, `delivery/D${i}`, 2, reversed)),
          );
        } else if (act === 'spend')
          await load('/expenses', `E${i}`, expense(`E${i}`, { spentOn: day, amount, fundedBy: yes ? 'own' : 'G' }));
        else if (act === 'grant')
          await load('/grants', `G${i}`, grant(`G${i}`, { receivedOn: day, amount, restricted: yes }));
        else if (act === 'advance') await load('/advances', `A${i}`, advance(`A${i}`, { paidOn: day, amount }));
        else await standing.splice(which % Math.max(1, standing.length), 1)[0]?.();
      }
      expect(await broken(treasury)).toEqual([]);
      for (const on of [...DAYS, '2025-08-15']) {
        const { body } = await treasury.treasurer.get(`/ledger/balances?on=${on}`).expect(200);
        const items = (body as { items: object[] }).items;
        expect(items).toMatchObject(await balancesByLines(treasury, on));
        const rows = async (report: string): Promise<Record<string, string | null>[]> =>
          (await treasury.treasurer.get(`/ledger/${report}=${on}`).expect(200)).body.items;
        const trial = (await rows('trial-balance?to')).at(-1);
        expect([trial?.['debit'], trial?.['debitBalance']]).toEqual([trial?.['credit'], trial?.['creditBalance']]);
        const sheet = await rows('balance-sheet?on');
        const assets = sheet.find(({ code }) => code === '1')?.['amount'] ?? '0.00';
        expect(assets).toBe(sheet.at(-1)?.['amount']);
      }
    }),
    { numRuns: 10 },
  );
});

test('the figures of a season are those that its shares are worked out from', async () => {
  const treasury = await Treasury.of(service);
  await treasury.open();
  await treasury.trade();
  await treasury.close();
  const run = await treasury.calculate();
  const { body: figures } = await treasury.treasurer.get('/seasons/2025/figures').expect(200);
  const { body: worked } = await treasury.treasurer.get(`/runs/${run}/case`).expect(200);
  const { revenue, deliveriesCost: deliveries, ownExpenses } = figures as Record<string, string>;
  expect((worked as { books: object }).books).toMatchObject({ revenue, deliveries, ownExpenses });
});

test('doors and events that post to the same accounts at the same moment lose nothing', async () => {
  const treasury = await Treasury.of(service);
  const turns = Array.from({ length: 12 }, (_, i) => i);
  await Promise.all(
    turns.flatMap((i) => [
      service.hear(treasury.coop, (tx) => {
        tx.publish(saleRecorded, `sale/R${i}`, 1, sale(`R${i}`, '3.00', { payment: i % 2 ? 'cash' : 'qr' }));
        tx.publish(deliveryReceived, `delivery/D${i}`, 1, delivery(`D${i}`, '003', '1.00'));
      }),
      treasury.treasurer.post('/expenses', { rows: [expense(`E${i}`, { amount: '1.00' })] }).expect(201),
      treasury.treasurer.post('/advances', { rows: [advance(`A${i}`, { amount: '0.50' })] }).expect(201),
    ]),
  );
  expect(await broken(treasury)).toEqual([]);
  expect(await treasury.balances()).toMatchObject({ cash: '-12.00', bank: '18.00', 'sales-revenue': '36.00' });
});

test('existing entries are summed by the migration as new ones are', async () => {
  const { kept, made } = await migratedAgain(service, KeepLedgerTotals1795856400000, [
    'SELECT * FROM ledger_totals',
    'SELECT * FROM entry_totals WHERE entries <> 0',
  ]);
  expect(kept.length).toBeGreaterThan(20);
  expect(made).toEqual(kept);
});

test('existing totals are summed over all days by the migration as new ones are', async () => {
  const { kept, made } = await migratedAgain(service, KeepAccountTotals1795940700000, ['SELECT * FROM account_totals']);
  expect(kept.length).toBeGreaterThan(20);
  expect(made).toEqual(kept);
});

test('existing runs are cut up by the migration as new ones are', async () => {
  const { kept, made } = await migratedAgain(service, CutUpRuns1795860000000, [
    'SELECT coop_id, run, summary::jsonb FROM run_summaries',
    'SELECT coop_id, run, member, household, weights::jsonb, figures::jsonb FROM run_members',
    'SELECT coop_id, run, household, carried_before, figures::jsonb FROM run_households',
  ]);
  expect(kept).toHaveLength(6);
  expect(made).toEqual(kept);
});
