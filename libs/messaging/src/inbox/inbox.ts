import { faultOf, findEventType, type CloudEvent } from '@ayni/contracts';
import { parseCommandId, parseCoopId, type CoopId } from '@ayni/kernel';
import type { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Transaction } from '../database/transaction.js';
import { Delivery, type Dispatch } from './delivery.js';
import { isTransient } from './fault.js';

/** What became of an event in a consumer's inbox. */
export type InboxState = 'applied' | 'waiting' | 'parked' | 'dropped';

/** An event on its way into an inbox, with its place in the source's log. */
export type Arrival = { readonly position: bigint; readonly event: CloudEvent };

const RETRY_MS_MIN = 50;
const RETRY_MS_MAX = 10_000;

const enter = statement(
  'inbox enter',
  `WITH arrived AS (
     SELECT * FROM unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::uuid[], $7::bigint[])
       AS rows (event_id, aggregate, seq, type, command_id, position)
   ),
   held AS (
     SELECT DISTINCT ON (aggregate) aggregate, state FROM inbox
     WHERE consumer = $1 AND state IN ('waiting', 'parked') ORDER BY aggregate, state
   )
   INSERT INTO inbox (coop_id, consumer, event_id, source, position, aggregate, seq, type, command_id, state)
   SELECT current_setting('app.coop')::uuid, $1, a.event_id, $8, a.position, a.aggregate, a.seq, a.type, a.command_id,
     COALESCE(held.state, 'applied')
   FROM arrived a LEFT JOIN held USING (aggregate)
   ON CONFLICT DO NOTHING
   RETURNING event_id, state`,
);

const hold = statement(
  'inbox hold',
  `UPDATE inbox SET state = $2, reason = $3, waits_for = $4, body = $5::json
   WHERE consumer = $1 AND event_id = $6`,
);

const waitingFor = statement(
  'inbox waiting for',
  `SELECT position, body AS event FROM inbox
   WHERE consumer = $1 AND state = 'waiting' AND aggregate IN (
     SELECT aggregate FROM inbox WHERE consumer = $1 AND state = 'waiting' AND waits_for = ANY($2))
   ORDER BY position`,
);

const markApplied = statement(
  'inbox applied',
  `UPDATE inbox SET state = 'applied', waits_for = NULL, reason = NULL, body = NULL
   WHERE consumer = $1 AND event_id = ANY($2::uuid[])`,
);

const moveTo = `INSERT INTO inbox_positions (consumer, source, position) VALUES ($1, $2, $3)
   ON CONFLICT (consumer, source) DO UPDATE SET position = excluded.position`;

/**
 * One consumer's memory of what it has applied. The inbox rows, the effect of the handlers, the
 * position and the events that the handlers publish commit together, so that an event that arrives
 * twice is applied once and one that arrived is never lost.
 */
export class Inbox {
  private stopped = false;

  constructor(
    readonly consumer: string,
    /** The event types that this consumer declares; any other is passed over. */
    readonly types: ReadonlySet<string>,
    private readonly database: Database,
    private readonly dispatch: Dispatch,
    private readonly observe: InboxObserver,
  ) {}

  /** Where this consumer stands in the log of `source`. */
  async positionIn(source: string): Promise<bigint> {
    return this.database.acrossCoops(async (_enter, client) => {
      const { rows } = await client.query<{ position: bigint }>({
        name: 'inbox position',
        text: 'SELECT position FROM inbox_positions WHERE consumer = $1 AND source = $2',
        values: [this.consumer, source],
      });
      return rows[0]?.position ?? 0n;
    });
  }

  /** No longer retries; a batch under way fails instead. */
  stop(): void {
    this.stopped = true;
  }

  /**
   * Applies a fetched batch and moves the position to `upTo`, in one transaction. If that fails for
   * good it is redone one by one, and the event that fails is parked. Transient faults are retried here,
   * for ever: nothing behind them could be applied either.
   */
  async take(source: string, batch: readonly Arrival[], upTo: bigint): Promise<void> {
    const fault = await this.attempt(source, batch, upTo);
    if (fault === undefined) return;
    const [first] = batch;
    if (batch.length > 1) {
      for (const arrival of batch) await this.take(source, [arrival], arrival.position);
      await this.attempt(source, [], upTo);
    } else if (first) {
      await this.park(source, first, fault, upTo);
    } else throw fault;
  }

  /** The fault for which the batch cannot be applied, or nothing. */
  private async attempt(source: string, batch: readonly Arrival[], upTo: bigint): Promise<Error | undefined> {
    for (let wait = RETRY_MS_MIN; ; wait = Math.min(wait * 2, RETRY_MS_MAX)) {
      try {
        const seen = await this.database.acrossCoops(async (enter, client) => {
          const entered = await this.applyAll(source, batch, enter);
          await client.query({ name: 'inbox move', text: moveTo, values: [this.consumer, source, upTo] });
          return entered;
        });
        this.observe.applied(this.consumer, source, batch, seen);
        return undefined;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (!isTransient(error)) return error;
        if (this.stopped) throw error;
        this.observe.retrying(this.consumer, error);
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  private async applyAll(
    source: string,
    batch: readonly Arrival[],
    enter: (coop: CoopId, command: ReturnType<typeof parseCommandId>) => Promise<Transaction>,
  ): Promise<{ published: boolean }> {
    let published = false;
    for (const run of runsBy(batch, ({ event }) => event.coopid)) {
      const { coopid, commandid } = run[0].event;
      const tx = await enter(parseCoopId(coopid), parseCommandId(commandid));
      await this.applyRun(tx, source, run);
      if (await tx.end()) published = true;
    }
    return { published };
  }

  private async applyRun(tx: Transaction, source: string, run: readonly Arrival[]): Promise<void> {
    const states = await this.enter(tx, source, run);
    const fresh: Arrival[] = [];
    for (const arrival of run) {
      const state = states.get(arrival.event.id);
      if (state === 'applied') fresh.push(arrival);
      else if (state !== undefined)
        await this.hold(tx, arrival.event, state, { reason: 'behind an earlier event of its aggregate' });
    }
    await this.handle(tx, fresh);
  }

  private async enter(tx: Transaction, source: string, run: readonly Arrival[]): Promise<Map<string, InboxState>> {
    const rows = await tx.query<{ event_id: string; state: InboxState }>(enter, [
      this.consumer,
      run.map(({ event }) => event.id),
      run.map(({ event }) => event.aggregate),
      run.map(({ event }) => event.aggregateseq),
      run.map(({ event }) => event.type),
      run.map(({ event }) => event.commandid),
      run.map(({ position }) => position),
      source,
    ]);
    return new Map(rows.map(({ event_id, state }) => [event_id, state]));
  }

  /** Hands the events on by type, holds back what must wait, and goes on with what that released. */
  private async handle(tx: Transaction, arrivals: readonly Arrival[]): Promise<void> {
    const heldBack = new Map<string, string>();
    const released: string[] = [];
    for (const sameType of handedOnTogether(arrivals)) {
      const ready = sameType.filter(({ event }) => !heldBack.has(event.aggregate));
      for (const { event } of sameType)
        if (heldBack.has(event.aggregate))
          await this.hold(tx, event, 'waiting', { waitsFor: heldBack.get(event.aggregate) ?? '' });
      if (ready.length === 0) continue;
      for (const { event } of ready) this.check(event);
      const delivery = new Delivery(tx);
      await this.dispatch(
        sameType[0].event.type,
        ready.map(({ event }) => event),
        delivery,
      );
      for (const { event } of ready) {
        const reference = delivery.waits.get(event.id);
        if (reference === undefined) continue;
        heldBack.set(event.aggregate, reference);
        await this.hold(tx, event, 'waiting', { waitsFor: reference });
      }
      released.push(...delivery.released);
    }
    if (released.length > 0) await this.release(tx, released);
  }

  private async release(tx: Transaction, references: readonly string[]): Promise<void> {
    const rows = await tx.query<Arrival>(waitingFor, [this.consumer, references]);
    if (rows.length === 0) return;
    await tx.query(markApplied, [this.consumer, rows.map(({ event }) => event.id)]);
    await this.handle(tx, rows);
  }

  private check(event: CloudEvent): void {
    const declared = findEventType(event.type);
    const fault = declared ? faultOf(declared, event.data) : 'no such event type';
    if (fault) throw new Error(`${event.type} ${event.id} breaks its schema: ${fault}`);
  }

  private async hold(
    tx: Transaction,
    event: CloudEvent,
    state: InboxState,
    why: { reason?: string; waitsFor?: string },
  ): Promise<void> {
    const values = [this.consumer, state, why.reason ?? null, why.waitsFor ?? null, JSON.stringify(event), event.id];
    await tx.query(hold, values);
  }

  private async park(source: string, { event, position }: Arrival, fault: Error, upTo: bigint): Promise<void> {
    await this.database.acrossCoops(async (enter, client) => {
      const tx = await enter(parseCoopId(event.coopid), parseCommandId(event.commandid));
      await this.enter(tx, source, [{ event, position }]);
      await this.hold(tx, event, 'parked', { reason: fault.message });
      await client.query({ name: 'inbox move', text: moveTo, values: [this.consumer, source, upTo] });
    });
    this.observe.parked(this.consumer, event, fault);
  }
}

/** Who wants to know how an inbox fares: logs, metrics, whoever waits for a command. */
export interface InboxObserver {
  applied(consumer: string, source: string, batch: readonly Arrival[], outcome: { published: boolean }): void;
  retrying(consumer: string, error: Error): void;
  parked(consumer: string, event: CloudEvent, fault: Error): void;
}

/**
 * Runs of events of one type, no two of one aggregate: if a handler holds one back, what follows it
 * in its aggregate has not been applied with it.
 */
function* handedOnTogether(arrivals: readonly Arrival[]): Generator<readonly [Arrival, ...Arrival[]]> {
  for (const sameType of runsBy(arrivals, ({ event }) => event.type)) {
    let round = 0;
    const seen = new Set<string>();
    const roundOf = ({ event }: Arrival): string => {
      if (seen.has(event.aggregate)) {
        seen.clear();
        round++;
      }
      seen.add(event.aggregate);
      return String(round);
    };
    const rounds = new Map(sameType.map((arrival) => [arrival, roundOf(arrival)]));
    yield* runsBy(sameType, (arrival) => rounds.get(arrival) ?? '');
  }
}

/** Cuts a list into runs of neighbours with the same key. */
function* runsBy<T>(items: readonly T[], key: (item: T) => string): Generator<readonly [T, ...T[]]> {
  let run: [T, ...T[]] | undefined;
  for (const item of items) {
    if (run && key(run[0]) === key(item)) run.push(item);
    else {
      if (run) yield run;
      run = [item];
    }
  }
  if (run) yield run;
}
