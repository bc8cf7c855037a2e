import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { until } from '@ayni/testing/until';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller, type Reply } from './caller.js';
import { datedFacts, type DatedFact } from './dated-facts.js';
import { passwordOf } from './people.js';
import { register, EQUAL_RULES, openCoop } from './small-coop.js';
import { onLaptop, startSystem } from './start-system.js';

const COOP = 'cierres';
const CLIENTS = 8;
/** So many sales are taken before the treasurer closes the season. */
const BEFORE = 200;
/** So often each client tries again after its first "no". */
const AFTER = 3;
/** Where no "no" ever comes, the test ends all the same. */
const SALES_MAX = 1_000;
const HARVESTED_KG = 1_000_000;

type Sale = { readonly receipt: string; readonly lines: number; readonly centavos: number; readonly grams: number };

let system: SystemProcess;
let client: Client;

beforeAll(async () => {
  system = await startSystem();
  client = await openCoop(system, COOP);
  await register(client, COOP);
  await openSeason('2025', '2025-01-01', '2025-12-31');
  const harvest = { code: 'H', harvestedAt: '2025-03-01T06:00:00-04:00', structure: 'G1', product: 'ONION' };
  await client.post('/api/production/v1/harvests', {
    rows: [{ ...harvest, quantity: String(HARVESTED_KG), unit: 'kg', homeUse: '0' }],
  });
});

afterAll(() => system.remove());

async function openSeason(code: string, from: string, to: string, ruleSet: object = EQUAL_RULES): Promise<void> {
  const season = { code, name: 'Season', from, to, cashUnit: '0.10', ruleSet };
  await client.post('/api/profit-sharing/v1/seasons', { rows: [season] });
}

test('eight people sell while the season closes: every sale that was taken counts, every other is refused as season-closed', async () => {
  const caller = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
  const taken: Sale[] = [];
  const refused: Reply[] = [];
  let closing: Promise<void> | undefined;

  const sell = async (who: number): Promise<void> => {
    for (let n = 0, noes = 0; noes <= AFTER && n < SALES_MAX; n += 1) {
      const sale = saleOf(who, n);
      const reply = await caller.post('/api/sales/v1/sales', { rows: [rowOf(sale)] });
      if (reply.status === 201) taken.push(sale);
      else {
        refused.push(reply);
        noes += 1;
      }
      if (taken.length >= BEFORE) closing ??= closeSeason(client, '2025');
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, who) => sell(who)));
  await closing;

  expect(refused.map(({ status, body }) => [status, body.field('code').value])).toEqual(
    refused.map(() => [409, 'season-closed']),
  );
  expect(refused.length).toBe(CLIENTS * (AFTER + 1));
  expect(taken.length).toBeGreaterThanOrEqual(BEFORE);
  const total = (of: (sale: Sale) => number): number => taken.reduce((sum, sale) => sum + of(sale), 0);
  const figures = await client.get('/api/profit-sharing/v1/seasons/2025/figures');
  expect(figures.value).toMatchObject({
    receipts: taken.length,
    saleLines: total(({ lines }) => lines),
    revenue: (total(({ centavos }) => centavos) / 100).toFixed(2),
  });

  const stock = (await client.get('/api/inventory/v1/stock?on=2025-12-31')).field('items').list;
  const onion = stock.find((item) => item.field('product').text === 'ONION');
  const sold = total(({ grams }) => grams);
  expect(onion?.value).toMatchObject({
    sold: String(sold),
    onHand: String(HARVESTED_KG * 1000 - sold),
  });

  const kept = new Set<string>();
  for (let next: string | null = ''; next !== null;) {
    const page = await client.get(`/api/sales/v1/sales?limit=500${next && `&after=${encodeURIComponent(next)}`}`);
    for (const sale of page.field('items').list) kept.add(sale.field('receipt').text);
    next = page.field('next').value === null ? null : page.field('next').text;
  }
  expect([...kept].sort()).toEqual(taken.map(({ receipt }) => receipt).sort());
});

describe('a season that is closed', () => {
  beforeAll(async () => {
    await openSeason('2026', '2026-02-01', '2026-04-30');
    for (const { path, body } of recordedBefore()) await client.post(path, body);
    await closeSeason(client, '2026');
  });

  test('takes and gives back nothing more at its first and its last moment, and all at the moments beside it', async () => {
    const caller = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
    const noes: unknown[] = [];
    for (const fact of INSIDE.flatMap((at, i) => factsAt(at, `late-${i}`))) {
      const { status, body } = await caller.post(fact.path, fact.body);
      noes.push([fact.code, status, body.field('code').value, body.field('pointer').value]);
    }
    expect(noes).toEqual(
      INSIDE.flatMap((at, i) => factsAt(at, `late-${i}`)).map(({ code, dated }) => [
        ...[code, 409, 'season-closed', `/rows/0/${dated}`],
      ]),
    );
    const kept = await answersTo(caller, recordedBefore(), ({ reversal }) => reversal);
    expect(kept).toEqual(recordedBefore().map(({ code }) => [code, 409, 'season-closed']));

    const beside = OUTSIDE.flatMap((at, i) => factsAt(at, `beside-${i}`));
    const taken = beside.map(({ code }) => [code, 201, undefined]);
    expect(await answersTo(caller, beside, ({ path }) => path)).toEqual(taken);
    expect(await answersTo(caller, beside, ({ reversal }) => reversal)).toEqual(taken);
  });

  test('has its work as it was confirmed, and its register as it was', async () => {
    const caller = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
    const leave = (member: string, leftOn: string): Promise<Reply> =>
      caller.post(`/api/members/v1/members/${member}/departure`, { leftOn, reason: 'moved' });
    const join = (number: string, joinedOn: string, leftOn?: string): Promise<Reply> =>
      caller.post('/api/members/v1/members', {
        rows: [
          {
            ...{ number, givenNames: 'Eva', surnames: 'Mamani', sex: 'F', birthYear: 1990, household: 'F01' },
            ...{ joinedOn, ...(leftOn === undefined ? {} : { leftOn }) },
          },
        ],
      });
    const late = [
      await caller.post('/api/production/v1/confirmations', {
        codes: recordedBefore()
          .map(({ code }) => code)
          .filter((code) => code.startsWith('W-')),
      }),
      await leave('001', '2026-02-01'),
    ];
    expect(late.map(({ status, body }) => [status, body.field('code').value])).toEqual(
      late.map(() => [409, 'season-closed']),
    );
    const forgotten = [await join('003', '2026-04-30'), await join('004', '2026-01-01', '2026-02-01')];
    expect(forgotten.map(({ status, body }) => [status, body.field('late').value])).toEqual([
      [201, [{ number: '003', countsFrom: '2026-05-01' }]],
      [201, [{ number: '004', countsFrom: null }]],
    ]);
    const beside = [
      await leave('001', '2026-05-01'),
      await join('005', '2026-05-01'),
      await join('006', '2026-01-01', '2026-01-31'),
    ];
    expect(beside.map(({ status }) => status)).toEqual(beside.map(() => 201));
  });
});

onLaptop(
  'a season of which no shares come once all is heard is not waited for, and who closes it is told why',
  async () => {
    const bases = [{ basis: 'value-delivered', percent: '100.00' }];
    await openSeason('2026-07', '2026-07-01', '2026-07-31', { ...EQUAL_RULES, code: 'by-deliveries', bases });
    const holder = await system.sql('profit-sharing', 'superuser');
    try {
      // what is sold comes to the ledger only when the season is closing
      await holder.query('BEGIN; LOCK TABLE ledger_lines IN SHARE MODE');
      const sale = { ...rowOf({ ...saleOf(0, 0), receipt: 'R-late' }), soldAt: '2026-07-15T10:00:00-04:00' };
      await client.post('/api/sales/v1/sales', { rows: [sale] });
      const closing = closeSeason(client, '2026-07').catch((error: unknown) => error);
      await until(async (see) => {
        const now = await client.get('/api/profit-sharing/v1/seasons/2026-07/closing');
        return see(now.field('state').text) === 'closing';
      });
      await holder.query('COMMIT');
      expect(String(await closing)).toContain('basis-without-entries');
    } finally {
      await holder.end();
    }
  },
);

/** The first and the last moment of the season, and those before and after it, where the co-op is. */
const INSIDE = ['2026-02-01T00:00:00.000-04:00', '2026-04-30T23:59:59.999-04:00'];
const OUTSIDE = ['2026-01-31T23:59:59.999-04:00', '2026-05-01T00:00:00.000-04:00'];

const factsAt = (at: string, suffix: string): DatedFact[] => datedFacts(COOP, at, suffix);

/** What was recorded of the season's first and last moment while it was open. */
const recordedBefore = (): DatedFact[] => INSIDE.flatMap((at, i) => factsAt(at, `${i}`));

/** What was answered to each of the facts, with the code of a "no". */
async function answersTo(
  caller: Caller,
  facts: readonly DatedFact[],
  pathOf: (fact: DatedFact) => string,
): Promise<[string, number, unknown][]> {
  const answers: [string, number, unknown][] = [];
  for (const fact of facts) {
    const path = pathOf(fact);
    const sent = path === fact.path ? fact.body : { reason: 'entered twice' };
    const { status, body } = await caller.post(path, sent);
    answers.push([fact.code, status, status < 300 ? undefined : body.field('code').value]);
  }
  return answers;
}

/** Sales of one to three lines, whose amounts and weights differ and are whole. */
function saleOf(who: number, n: number): Sale {
  const lines = 1 + ((who + n) % 3);
  return { receipt: `R-${who}-${n}`, lines, centavos: lines * (100 + n) * 2, grams: lines * 2_000 };
}

const rowOf = ({ receipt, lines, centavos }: Sale): object => ({
  receipt,
  soldAt: '2025-06-01T10:00:00-04:00',
  market: 'Villa Dolores',
  payment: 'cash',
  lines: Array.from({ length: lines }, () => ({
    product: 'ONION',
    quantity: '2',
    unit: 'kg',
    unitPrice: (centavos / lines / 2 / 100).toFixed(2),
  })),
});
