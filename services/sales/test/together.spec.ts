import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { saleRecorded } from '@ayni/contracts';
import { lockKey } from '@ayni/database/lock-key';
import { MomentCome } from '@ayni/database/moments';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@ayni/testing/until';
import type { Client, TestService } from '@ayni/testing-service/service';
import pg from 'pg';
import { FIRST_MINUTES, line, receipt, Stall } from './stall.js';

const COMMANDS = 20;

let service: TestService;
let stall: Stall;
let others: Client;
/** Holds the co-op's lock, so that a command waits for it on its way. */
let holder: pg.Client;
beforeAll(async () => {
  service = await Stall.start();
  holder = new pg.Client(service.database.url('superuser'));
  await holder.connect();
});
afterAll(async () => {
  await holder.end();
  await service.stop();
});
beforeEach(async () => {
  stall = await Stall.open(service);
  others = await service.signIn(stall.coop, { user: 'luz', roles: ['manager'] });
});

type Answer = { readonly status: number; readonly body: Body; readonly replayed: boolean };
type Body = {
  readonly command: { readonly id: string };
  readonly recorded: number;
  readonly code?: string;
  readonly pointer?: string;
};
type Sending = () => Promise<Answer>;

const sending =
  (rows: readonly object[], { as = stall.manager, key }: { as?: Client; key?: string } = {}): Sending =>
  async () => {
    const { status, body, headers } = await as.post('/sales', { rows }, key ? { 'idempotency-key': key } : {});
    return { status, body, replayed: headers['idempotent-replay'] === 'true' };
  };

/** Until so many wait for a co-op's lock. */
const waitForLock = (count: number): Promise<boolean> =>
  until(async (see) => {
    const { rows } = await service.sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return see(rows[0]?.n) === count;
  });

/** Does `work` while a command of the stall is on its way, which ends after it. */
async function whileOneIsOnItsWay<Result>(work: () => Promise<Result>): Promise<Result> {
  await holder.query('SELECT pg_advisory_lock($1)', [lockKey(stall.coop)]);
  try {
    const first = sending([receipt('FIRST')])();
    await waitForLock(1);
    const result = await work();
    await holder.query('SELECT pg_advisory_unlock_all()');
    expect(await first).toMatchObject({ status: 201 });
    return result;
  } finally {
    await holder.query('SELECT pg_advisory_unlock_all()');
  }
}

/**
 * Sends commands while one of the same route and co-op is on its way, and lets that end when all of them wait.
 * @param meanwhile what comes for the co-op's lock after that one, and before them
 */
async function together(commands: readonly Sending[], meanwhile?: () => Promise<unknown>): Promise<Answer[]> {
  let waiting = 0;
  const count = (): void => void waiting++;
  subscribe('ayni:load:queued', count);
  try {
    const sent = await whileOneIsOnItsWay(async () => {
      const next = meanwhile?.();
      if (next) await waitForLock(2);
      const answers = commands.map((command) => command());
      await until((see) => see(waiting) === commands.length);
      return { answers, next };
    });
    await sent.next;
    return await Promise.all(sent.answers);
  } finally {
    unsubscribe('ayni:load:queued', count);
  }
}

/** In how many transactions the receipts of the co-op were written, the first of {@link together} left out. */
async function transactions(): Promise<number> {
  const { rows } = await service.sql.query<{ n: number }>(
    `SELECT count(DISTINCT xmin::text)::int AS n FROM sales WHERE coop_id = $1 AND code <> 'FIRST'`,
    [stall.coop],
  );
  return rows[0]?.n ?? 0;
}

const numbered = (n: number): readonly object[] => [receipt(`R${n}`), receipt(`S${n}`)];
const some = <T>(make: (n: number) => T): T[] => Array.from({ length: COMMANDS }, (_, n) => make(n));

describe('commands that wait while one is on its way', () => {
  test('are done in one transaction, and each has its own user, key, events and answer', async () => {
    const answers = await together(
      some((n) => sending(numbered(n), { as: n % 2 ? stall.manager : others, key: `k${n}` })),
    );
    expect(await transactions()).toBe(1);
    const ids = answers.map(({ body }) => body.command.id);
    expect(new Set(ids).size).toBe(COMMANDS);
    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 201,
        replayed: false,
        body: { recorded: 2, unchanged: 0, command: { events: { [saleRecorded.type]: 2 } } },
      });
    const { rows } = await service.sql.query(
      `SELECT o.command_id AS id, array_agg(s.code ORDER BY s.code) AS codes, min(s.recorded_by) AS by,
         (SELECT principal || ' ' || key FROM commands c
          WHERE c.coop_id = $1 AND (c.answer::json #>> '{command,id}')::uuid = o.command_id) AS command
       FROM outbox o JOIN sales s ON s.coop_id = o.coop_id AND o.aggregate = 'sale/' || s.code
       WHERE o.coop_id = $1 AND s.code <> 'FIRST' GROUP BY o.command_id`,
      [stall.coop],
    );
    const user = (n: number): string => (n % 2 ? 'ana' : 'luz');
    const kept = new Map(rows.map(({ id, ...row }) => [id, row]));
    expect(ids.map((id) => kept.get(id))).toEqual(
      some((n) => ({ codes: [`R${n}`, `S${n}`], by: user(n), command: `${user(n)} k${n}` })),
    );
  });

  test('are told apart when they are sent again: each gets its own answer', async () => {
    const commands = some((n) => sending(numbered(n), { key: `k${n}` }));
    const answers = await together(commands);
    const again = await Promise.all(commands.map((command) => command()));
    expect(again).toEqual(answers.map((answer) => ({ ...answer, replayed: true })));
  });

  test('touch each other in nothing where some are refused, each for what is wrong with it', async () => {
    await sending([receipt('KNOWN')], { key: 'used' })();
    const bad: Sending[] = [
      sending([receipt('A1'), receipt('A2', { market: 'Oruro' })]),
      sending([receipt('B1'), receipt('B2'), receipt('KNOWN', { lines: [line({ unitPrice: '9.99' })] })]),
      sending([receipt('C1'), receipt('C1')]),
      sending([receipt('D1', { lines: [line(), line({ unit: 'quintal' })] })]),
      sending([receipt('E1')], { key: 'used' }),
    ];
    const good = some((n) => sending(numbered(n)));
    const answers = await together([...good.slice(0, 9), ...bad, ...good.slice(9)]);
    const refused = answers.splice(9, bad.length).map(({ body: { code, pointer } }) => [code, pointer]);
    expect(refused).toEqual([
      ['unknown-reference', '/rows/1/market'],
      ['code-taken', '/rows/2/receipt'],
      ['duplicate-code', '/rows/1/receipt'],
      ['unknown-unit', '/rows/0/lines/1/unit'],
      ['idempotency-key-reused', undefined],
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 201, body: { recorded: 2, unchanged: 0 } });
    const codes = await service.sql.query<{ code: string }>('SELECT code FROM sales WHERE coop_id = $1', [stall.coop]);
    expect(codes.rows.map(({ code }) => code).sort()).toEqual(
      ['FIRST', 'KNOWN', ...some((n) => `R${n}`), ...some((n) => `S${n}`)].sort(),
    );
  });

  test('may bring what is known or what others of them bring: it is entered once', async () => {
    await sending([receipt('KNOWN')])();
    const [known, ...same] = await together([
      sending([receipt('KNOWN'), receipt('NEW')]),
      sending([receipt('SAME'), receipt('X')]),
      sending([receipt('SAME'), receipt('Y')]),
      sending([receipt('SAME', { market: 'El Alto' })]),
    ]);
    expect(known).toMatchObject({ status: 201, body: { recorded: 1, unchanged: 1 } });
    const taken = same.filter(({ status }) => status === 409);
    const entered = same.filter(({ status }) => status === 201).map(({ body }) => body.recorded);
    // of those that differ whoever comes first is right
    if (taken.length === 1) expect(entered.sort()).toEqual([1, 2]);
    else expect([taken.length, entered]).toEqual([2, [1]]);
    const told = (await stall.told()).filter((event) => event === 'sale-recorded sale/SAME 1');
    expect(told).toHaveLength(1);
  });

  test('of which one is a repeat get their own answers, and it gets its first', async () => {
    const first = await sending(numbered(99), { key: 'k' })();
    const [repeat, ...rest] = await together([
      sending(numbered(99), { key: 'k' }),
      ...some((n) => sending(numbered(n))),
    ]);
    expect(repeat).toEqual({ ...first, replayed: true });
    expect(new Set(rest.map(({ status, replayed }) => `${status} ${replayed}`))).toEqual(new Set(['201 false']));
  });

  test('under one key have one effect, and all get its answer', async () => {
    const answers = await together(some(() => sending(numbered(1), { key: 'k1' })));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers.filter(({ replayed }) => replayed)).toHaveLength(COMMANDS - 1);
    expect(answers[0]?.body).toMatchObject({ recorded: 2, unchanged: 0 });
    expect(await stall.told()).toEqual(['FIRST', 'R1', 'S1'].map((number) => `sale-recorded sale/${number} 1`));
    expect(await stall.rows()).toMatchObject({ receipts: 3, lines: 3 });
  });

  test('are checked against what was shut before them, each row for itself', async () => {
    const open = (n: number) => receipt(`O${n}`, { soldAt: FIRST_MINUTES });
    const answers = await together(
      some((n) => sending(n % 2 ? [open(n)] : [open(n), receipt(`S${n}`)])),
      () => stall.closeSeason(),
    );
    answers.forEach(({ status, body }, n) =>
      expect([status, body.code, body.pointer]).toEqual(
        n % 2 ? [201, undefined, undefined] : [409, 'season-closed', '/rows/1/soldAt'],
      ),
    );
    expect(await stall.rows()).toMatchObject({ receipts: 1 + COMMANDS / 2 });
    // what was on its way before is in the report
    expect(await stall.books()).toMatchObject({ written: { sale: { receipts: '1' } } });
  });

  test('of another co-op wait for nobody', async () => {
    const other = await Stall.open(service);
    await whileOneIsOnItsWay(() => other.manager.post('/sales', { rows: [receipt('R1')] }).expect(201));
  });
});

describe('who sells on as soon as she is answered', () => {
  const ROUNDS = 3;
  const SELLERS = 8;

  /** Does `work` with somebody who is told of each load that waits, and each time that others are waited for. */
  async function watched(
    { queued, gathering }: { readonly queued?: () => void; readonly gathering: (come: unknown) => void },
    work: () => Promise<void>,
  ): Promise<void> {
    const told = [
      ['ayni:load:gathering', gathering] as const,
      ...(queued ? [['ayni:load:queued', queued] as const] : []),
    ];
    for (const [moment, tell] of told) subscribe(moment, tell);
    try {
      await work();
    } finally {
      for (const [moment, tell] of told) unsubscribe(moment, tell);
    }
  }

  const sellOn = async (seller: number): Promise<void> => {
    for (let n = 0; n < ROUNDS; n++)
      expect(await sending([receipt(`R${seller}-${n}`)])()).toMatchObject({ status: 201 });
  };

  test('goes with all others who do, each time in one transaction', async () => {
    let queued = 0;
    let round = 0;
    // however slow the machine is, they come within the moment for which they are waited for
    const gathering = (come: unknown): void => {
      if (round++ < ROUNDS && come instanceof MomentCome) come.hold(until((see) => see(queued) === SELLERS * round));
    };
    await watched({ queued: () => void queued++, gathering }, async () => {
      const others = await whileOneIsOnItsWay(async () => {
        const selling = Array.from({ length: SELLERS - 1 }, (_, n) => sellOn(n + 1));
        await until((see) => see(queued) === SELLERS - 1);
        return { selling };
      });
      await Promise.all([sellOn(0), ...others.selling]);
    });
    expect(await stall.rows()).toMatchObject({ receipts: 1 + SELLERS * ROUNDS });
    expect(await transactions()).toBe(ROUNDS);
  });

  test('waits for nobody where she sells alone', async () => {
    let waits = 0;
    await watched({ gathering: () => void waits++ }, () => sellOn(0));
    expect(waits).toBe(0);
  });
});

test('two loads of the same receipts in opposite order do not wait for each other crosswise', async () => {
  const rows = Array.from({ length: 500 }, (_, n) => receipt(`R${n}`));
  const [one, two] = await Promise.all([sending(rows)(), sending(rows.toReversed())()]);
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(one.body.recorded + two.body.recorded).toBe(500);
});
