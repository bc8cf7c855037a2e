import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newCoopId, newCommandId } from '@ayni/database/new-id';
import type { Arrival } from '../src/inbox/arrival.js';
import { progressOf, type Progress } from '../src/inbox/progress.js';
import { readFeed } from '../src/outbox/feed.js';
import { toCloudEvent, type LoggedEvent } from '../src/outbox/logged-event.js';
import { saleRecorded, saleReversed } from '@ayni/contracts';
import { until } from '@ayni/testing/until';
import { whileHeld } from '@ayni/testing/while-held';
import { A_SALE, TwoServices } from './two-services.js';

let services: TwoServices;

beforeEach(async () => {
  services = await TwoServices.make();
});
afterEach(() => services.close());

const saleOf = (receipt: string): typeof A_SALE => ({ ...A_SALE, receipt });
const receipts = (count: number, prefix = 'R'): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const once = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [`sale/${name}`, 1]).sort());

describe('a log that another one has taken the place of', () => {
  test.each([
    ['shorter', 3],
    ['as long', 5],
    ['longer', 9],
  ])('is read from its beginning: %s', async (_what, count) => {
    const relay = services.relay();
    const consumer = services.consume();
    for (const receipt of receipts(5, 'A')) await services.sell(receipt);
    await until(async (see) => see(Object.keys(await services.counts()).length) === 5);
    await Promise.all([relay.stop(), consumer.stop()]);
    // as a database is that was set up again, or restored from elsewhere, while the others stayed
    await services.admin.sales.query('TRUNCATE outbox; UPDATE relay_mark SET assigned = 0, sent = 0');
    for (const receipt of receipts(count, 'B')) await services.sell(receipt);
    services.relay();
    await until(async (see) => see((await services.log()).length) === count);
    services.consume();
    await until(async (see) => see(Object.keys(await services.counts()).length) === 5 + count);
    expect(await services.counts()).toEqual(once([...receipts(5, 'A'), ...receipts(count, 'B')]));
  });
});

describe('outbox and relay', () => {
  test('what was rolled back is never sent, what was committed always is', async () => {
    services.relay();
    services.consume();
    await services.sell('kept');
    await expect(
      services.sales.transaction(services.coop, newCommandId(), { lock: 'shared' }, (tx) => {
        tx.publish(saleRecorded, 'sale/lost', 1, saleOf('lost'));
        return Promise.reject(new Error('changed my mind'));
      }),
    ).rejects.toThrow('changed my mind');
    await services.sell('also-kept');
    await until(async () => Object.keys(await services.counts()).length === 2);
    expect(await services.counts()).toEqual(once(['also-kept', 'kept']));
  });

  test('positions are dense and keep the order of each aggregate, whoever commits late', async () => {
    services.relay();
    const numbered = { name: 'test numbered', text: 'SELECT count(position)::int AS n FROM outbox' };
    const slow = services.sales.transaction(services.coop, newCommandId(), { lock: 'shared' }, async (tx) => {
      tx.publish(saleRecorded, 'sale/slow', 1, saleOf('slow'));
      await tx.end();
      // stays open, and never idle for long, while the others commit rows with higher ids
      await until(async () => (await tx.one<{ n: number }>(numbered)).n >= 160);
    });
    await Promise.all(
      receipts(8, 'W').map(async (writer) => {
        for (let seq = 1; seq <= 20; seq++) await services.sell(writer, { seq });
      }),
    );
    await slow;
    await until(async () => (await services.log()).length === 161);
    const log = await services.log();
    expect(log.map(({ position }) => position)).toEqual(log.map((_, i) => BigInt(i + 1)));
    const bySeq = new Map<string, number[]>();
    for (const { aggregate, seq } of log) bySeq.set(aggregate, [...(bySeq.get(aggregate) ?? []), seq]);
    for (const [aggregate, seqs] of bySeq)
      expect({ aggregate, seqs }).toEqual({ aggregate, seqs: seqs.map((_, i) => i + 1) });
  });

  test('an event cannot be written twice under one place of its aggregate', async () => {
    await services.sell('R', { seq: 1 });
    await expect(services.sell('R', { seq: 1 })).rejects.toThrow('outbox_coop_id_aggregate_seq_key');
  });

  test('two relays of one service never number at the same time, and the second takes over', async () => {
    const first = services.relay();
    services.consume();
    await services.sell('before');
    await until(async () => (await services.log()).length === 1);
    services.relay();
    await Promise.all(receipts(50).map((receipt) => services.sell(receipt)));
    await first.stop();
    await services.sell('after');
    await until(async () => (await services.log()).length === 52);
    expect((await services.log()).map(({ position }) => position)).toEqual(
      Array.from({ length: 52 }, (_, i) => BigInt(i + 1)),
    );
  });

  test('the feed shows a co-op its own events only, in order, after the position asked for', async () => {
    const relay = services.relay();
    const other = newCoopId();
    await services.sell('mine-1');
    await services.sell('theirs', { coop: other });
    await services.sell('mine-2');
    relay.ring();
    await until(async () => (await services.log()).length === 3);
    const read = (after: bigint): ReturnType<typeof readFeed> =>
      services.sales.read(services.coop, (tx) => readFeed(tx, after, ['ayni.sales.sale-recorded.v1'], 10));
    const { events, next } = await read(0n);
    expect(events.map(({ position, event }) => [position, event.subject])).toEqual([
      [1n, 'sale/mine-1'],
      [3n, 'sale/mine-2'],
    ]);
    expect(next).toBe(3n);
    expect((await read(next)).events).toEqual([]);
    expect((await read(1n)).events.map(({ event }) => event.subject)).toEqual(['sale/mine-2']);
  });
});

describe('inbox', () => {
  /** The log as a carrier would bring it. */
  async function arrivals(): Promise<Arrival[]> {
    const { rows } = await services.admin.sales.query<LoggedEvent>(
      'SELECT *, coalesce(position, id) AS position FROM outbox ORDER BY id',
    );
    return rows.map((row) => ({ source: 'sales', position: row.position, event: toCloudEvent(row) }));
  }

  test('an event that comes twice, or to two consumers at once, is applied once', async () => {
    for (const receipt of receipts(20)) await services.sell(receipt);
    const batch = await arrivals();
    const advance = { mark: { source: 'sales', position: 20n } };
    await Promise.all([services.inbox().take(batch, advance), services.inbox().take(batch, advance)]);
    await services.inbox().take(batch.toReversed(), advance);
    expect(await services.counts()).toEqual(once(receipts(20)));
  });

  test('what does not concern a consumer holds it back from nothing: it stands at the end, and applies what comes behind', async () => {
    const relay = services.relay();
    const subscription = services.consume();
    const isAtEnd = async (): Promise<boolean> => (await subscription.lag()).get('sales') === 0;
    for (const round of [1, 2, 3]) {
      await services.sell(`R${round}`);
      relay.ring();
      await until(async () => Object.keys(await services.counts()).length === round);
      for (const seq of [2, 3]) {
        await services.takeBack(`R${round}`, seq);
        relay.ring();
      }
      await until(async () => (await services.log()).length === 3 * round);
      await until(isAtEnd);
    }
    expect(await services.counts()).toEqual(once(['R1', 'R2', 'R3']));
    expect(await services.states()).toEqual({ 'sale/R1#1': 'applied', 'sale/R2#1': 'applied', 'sale/R3#1': 'applied' });
  });

  test('an event that fails for good is parked, later ones of its aggregate behind it, and all are applied when it is mended', async () => {
    services.faults.set('sale/bad#1', () => {
      throw new TypeError('cannot read what is not there');
    });
    await services.sell('good');
    await services.sell('bad', { seq: 1 });
    await services.sell('bad', { seq: 2 });
    await services.sell('better');
    services.relay();
    services.consume();
    await until(async () => Object.keys(await services.states()).length === 4);
    expect(await services.states()).toEqual({
      'sale/bad#1': 'parked',
      'sale/bad#2': 'parked',
      'sale/better#1': 'applied',
      'sale/good#1': 'applied',
    });
    expect(await services.counts()).toEqual(once(['better', 'good']));
    expect(services.parked).toEqual(['sale/bad']);
    services.faults.clear();
    const [coop, command] = [services.coop, newCommandId()];
    expect(await services.inbox().replay(coop, command, 'sale/bad')).toBe(2);
    expect(await services.counts()).toEqual({ ...once(['better', 'good']), 'sale/bad': 2 });
  });

  test('an event that breaks its schema is parked with the reason, and nothing stops', async () => {
    await services.sell('broken');
    await services.sell('fine');
    await services.admin.sales.query(`UPDATE outbox SET data = '{"receipt": 12}' WHERE aggregate = 'sale/broken'`);
    services.relay();
    services.consume();
    await until(async () => Object.keys(await services.states()).length === 2);
    expect(await services.states()).toEqual({ 'sale/broken#1': 'parked', 'sale/fine#1': 'applied' });
    const { rows } = await services.admin.inventory.query<{ reason: string }>(
      `SELECT reason FROM inbox WHERE state = 'parked'`,
    );
    expect(rows[0]?.reason).toContain('breaks its schema: data');
  });

  test('an event that needs another fact waits, with what follows it, and is released by that fact in order', async () => {
    let arrived = false;
    services.faults.set('sale/early#1', (event, delivery) => {
      if (!arrived) delivery.wait(event, 'season opened');
    });
    services.faults.set('sale/season#1', (_event, delivery) => {
      arrived = true;
      delivery.release('season opened');
    });
    services.relay();
    services.consume();
    await services.sell('early', { seq: 1 });
    await services.sell('early', { seq: 2 });
    await until(async () => Object.keys(await services.states()).length === 2);
    expect(await services.states()).toEqual({ 'sale/early#1': 'waiting', 'sale/early#2': 'waiting' });
    await services.sell('season');
    await until(async () => Object.values(await services.states()).every((state) => state === 'applied'));
    expect(await services.counts()).toEqual({ 'sale/early': 2, 'sale/season': 1 });
  });

  describe('of two workers, one of which holds an event back while the other brings the fact that it needs,', () => {
    const facts = { name: 'test facts', text: `SELECT 1 FROM counted WHERE receipt = 'sale/season'` };

    /** The event that needs the fact, and the fact, as they arrive. */
    async function eventAndFact(): Promise<{ event: Arrival; fact: Arrival }> {
      services.rules.set('sale/early', async (event, delivery) => {
        if ((await delivery.tx.query(facts)).length === 0) delivery.wait(event, 'season opened');
      });
      services.faults.set('sale/season#1', (_event, delivery) => delivery.release('season opened'));
      await services.sell('early');
      await services.sell('season');
      const [event, fact] = await arrivals();
      if (!event || !fact) throw new Error('nothing was sold');
      return { event, fact };
    }

    const applied = { 'sale/early#1': 'applied', 'sale/season#1': 'applied' };

    test('the first finds the fact that came before it had committed', async () => {
      const { event, fact } = await eventAndFact();
      await whileHeld({ begin: () => services.inbox().take([event]), at: 'inbox:applied' }, async () => {
        await services.inbox().take([fact]);
        expect(await services.states()).toEqual({ 'sale/season#1': 'applied' });
      });
      expect(await services.states()).toEqual(applied);
    });

    test('the first waits for the second to commit, and finds the fact', async () => {
      const { event, fact } = await eventAndFact();
      let first = Promise.resolve();
      let isDone = false;
      await whileHeld({ begin: () => services.inbox().take([fact]), at: 'inbox:applied' }, async () => {
        first = services
          .inbox()
          .take([event])
          .finally(() => (isDone = true));
        await until(async () => isDone || (await services.isWaitingForLock()));
        expect([isDone, await services.states()]).toEqual([false, { 'sale/early#1': 'waiting' }]);
      });
      await first;
      expect(await services.states()).toEqual(applied);
      expect(await services.counts()).toEqual(once(['early', 'season']));
    });
  });

  test('who watches a consumer hears whether it published anything, which is to be handed on at once', async () => {
    services.rules.set('sale/telling', (_event, { tx }) => {
      tx.publish(saleReversed, 'sale/telling', 2, { ...saleOf('telling'), reason: 'a test' });
      return Promise.resolve();
    });
    services.relay();
    services.consume();
    await services.sell('silent');
    await until((see) => see(services.published).length === 1);
    await services.sell('telling');
    await until((see) => see(services.published).length === 2);
    expect(services.published).toEqual([false, true]);
  });

  test('a consumer that is started again asks for what comes after its position only', async () => {
    services.relay();
    const before = services.consume();
    for (const receipt of receipts(3)) await services.sell(receipt);
    await until(async () => Object.keys(await services.counts()).length === 3);
    await before.stop();
    services.batches.splice(0);
    services.consume();
    await services.sell('after');
    await until(async () => Object.keys(await services.counts()).length === 4);
    expect(services.batches).toEqual([1]);
  });

  test.each([
    ['a deadlock', '40P01'],
    ['a transaction that was ended since this process stood still in it', '25P03'],
  ])('a fault of the database is retried in place and loses nothing: %s', async (fault, code) => {
    let failures = 3;
    services.faults.set('sale/R1#1', () => {
      if (failures-- > 0) throw Object.assign(new Error(fault), { code });
    });
    services.relay();
    services.consume();
    for (const receipt of receipts(3)) await services.sell(receipt);
    await until(async () => Object.keys(await services.counts()).length === 3);
    expect(await services.counts()).toEqual(once(receipts(3)));
    expect(services.retries).toBe(3);
  });

  test('a consumer whose connections are cut again and again applies every event once', async () => {
    services.relay();
    services.consume();
    const names = receipts(300);
    const cut = async (): Promise<void> => {
      await services.admin.inventory.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE '%runtime'`,
      );
    };
    for (const [i, receipt] of names.entries()) {
      await services.sell(receipt);
      if (i % 60 === 59) await cut().catch(() => undefined);
    }
    await until(async () => Object.keys(await services.counts()).length === names.length);
    expect(await services.counts()).toEqual(once(names));
    expect(services.parked).toEqual([]);
  });

  test('a client learns how many events of its command were applied, and what is yet to see', async () => {
    const command = newCommandId();
    await services.sales.transaction(services.coop, command, { lock: 'shared' }, (tx) => {
      for (const receipt of receipts(3)) tx.publish(saleRecorded, `sale/${receipt}`, 1, saleOf(receipt));
      return Promise.resolve();
    });
    const declared = new Set([saleRecorded.type]);
    const progress = async (...asked: [string, number][]): Promise<Progress | undefined> => {
      const followed = asked.map((expected) => ({ command, expected: new Map([expected]) }));
      const found = await services.inventory.read(services.coop, (tx) =>
        progressOf(tx, 'inventory', declared, followed),
      );
      return found.at(-1);
    };
    expect(await progress([saleRecorded.type, 3])).toMatchObject({ listens: 3, unseen: 3, settled: false });
    services.relay();
    services.consume();
    await until(async () => (await progress([saleRecorded.type, 3]))?.settled === true);
    expect(await progress([saleRecorded.type, 3])).toMatchObject({ listens: 3, applied: 3, unseen: 0 });
    expect(await progress([saleRecorded.type, 3], ['ayni.members.member-joined.v1', 7])).toMatchObject({
      listens: 0,
      settled: true,
    });
  });

  test('the runtime role sees no event of another co-op, and none without a co-op', async () => {
    const other = newCoopId();
    await services.sell('theirs', { coop: other });
    const seen = await services.sales.read(services.coop, (tx) =>
      tx.query<{ n: number }>({ name: 'test rls', text: 'SELECT count(*)::int AS n FROM outbox' }),
    );
    expect(seen).toEqual([{ n: 0 }]);
    await expect(
      services.sales.read(services.coop, (tx) =>
        tx.query(
          {
            name: 'test rls write',
            text: 'INSERT INTO outbox (coop_id, event_id, aggregate, seq, type, command_id, occurred_at, data) VALUES ($1, $2, $3, 1, $3, $2, now(), $4)',
          },
          [other, newCommandId(), 'x', '{}'],
        ),
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      services.sales.read(services.coop, (tx) =>
        tx.query({ name: 'test update', text: `UPDATE outbox SET type = 'x'` }),
      ),
    ).rejects.toThrow('permission denied');
  });
});
