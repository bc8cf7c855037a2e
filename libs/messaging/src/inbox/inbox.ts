import { faultOf, findEventType, type CloudEvent } from '@ayni/contracts';
import { Explained, parseCommandId, parseCoopId, type CommandId, type CoopId, type Translated } from '@ayni/kernel';
import type pg from '@ayni/database/driver';
import type { RecordPlace } from '../carrier/record-place.js';
import type { Database, WithCommit } from '@ayni/database/database';
import type { Transaction } from '@ayni/database/transaction';
import { atMoment } from '../moments.js';
import { startSpans } from '../trace.js';
import { HandlerContext, type Dispatch } from './handler-context.js';
import { allInOrder } from '@ayni/database/all-in-order';
import { ask } from '@ayni/database/ask';
import { isTransient } from '@ayni/database/transient';
import { asError, BEHIND, reasonOf, storedReason } from './reason.js';
import { byCoop, handedOnTogether } from './runs.js';
import {
  drop,
  enter,
  lastRecords,
  lockAlone,
  lockShared,
  markApplied,
  moveTo,
  others,
  parkedIn,
  positionIn,
  setAside,
  tieTo,
  waitingFor,
} from './statements.js';
import {
  arrivalOf,
  bytesOf,
  digestOf,
  keepStatement,
  recordOf,
  type Arrival,
  type BadRecord,
  type Held,
} from './arrival.js';

/** What became of an event in a consumer's inbox. */
export type InboxState = 'applied' | 'waiting' | 'parked' | 'dropped';

/** The last record of a partition that a consumer took, and a digest by which that very record is known again. */
export type LastRecord = RecordPlace & { readonly digest: string };

/** How far a consumer has come with what it takes: in a log that it reads itself, in partitions of a broker. */
export type Advance = { readonly mark?: Mark | undefined; readonly last?: readonly LastRecord[] };

/** Where a consumer stands in a log that it reads by position. */
export type Mark = { readonly source: string; readonly position: bigint };

const NO_TYPE: Translated = { es: 'no hay tal tipo de evento', en: 'no such event type' };
const RETRY_MS_MIN = 50;
const RETRY_MS_MAX = 10_000;

/** What was held back in one transaction, by the references that it waits for. */
type Waits = { readonly coop: CoopId; readonly command: CommandId; readonly references: Set<string> };

/** What came of a batch. */
type Outcome = { published: boolean; readonly waits: Waits[]; readonly others: BadRecord[] };

type Enter = (coop: CoopId, command: CommandId) => Transaction;

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

  /** Where this consumer stands in the log of `source`, if it reads that by position. */
  async positionIn(source: string): Promise<bigint> {
    return this.database.acrossCoops(async (_enter, client) => {
      const [row] = await ask<{ position: bigint }>(client, positionIn, [this.consumer, source]);
      return row?.position ?? 0n;
    });
  }

  /** No longer retries; a batch under way fails instead. */
  stop(): void {
    this.stopped = true;
  }

  /**
   * Applies a fetched batch, and moves the mark if there is one, in one transaction. If that fails for
   * good it is redone one by one, and the event that fails is parked. Transient faults are retried here,
   * for ever: nothing behind them could be applied either.
   */
  async take(arrived: readonly Arrival[], advance: Advance = {}): Promise<void> {
    const batch = arrived.filter(({ event }) => this.types.has(event.type));
    if (batch.length < arrived.length) this.observe.passedOver(this.consumer, arrived.length - batch.length);
    if (batch.length === 0 && advance.mark === undefined && advance.last === undefined) return;
    const endSpans = startSpans(
      this.consumer,
      batch.map(({ event }) => event),
    );
    const fault = await this.attempt(batch, advance);
    endSpans(fault);
    if (fault === undefined) return;
    const [first] = batch;
    if (batch.length > 1) {
      const { mark } = advance;
      for (const arrival of batch)
        await this.take([arrival], mark && { mark: { source: mark.source, position: arrival.position } });
      const stuck = await this.attempt([], advance);
      if (stuck) throw stuck;
    } else if (first) await this.park(first, fault, advance);
    else throw fault;
  }

  /** The last record of each partition that this consumer took. */
  async lastRecords(): Promise<readonly LastRecord[]> {
    return this.retried(() =>
      this.database.acrossCoops((_enter, client) => ask<LastRecord>(client, lastRecords, [this.consumer])),
    );
  }

  /** Keeps bytes that are no event for the operator; nothing waits behind them. */
  async keep(record: BadRecord): Promise<void> {
    await this.retried(() =>
      this.database.acrossCoops(async (_enter, client) => void (await client.query(keepStatement(record)))),
    );
    this.observe.kept(this.consumer, record);
  }

  /**
   * Tries again what is parked of an aggregate, in order; what fails again stays parked, with all that is behind it.
   * @returns how many events were applied
   */
  async replay(coop: CoopId, command: CommandId, aggregate: string): Promise<number> {
    return this.alone(coop, command, async (tx) => {
      const rows = await tx.query<Held>(parkedIn, [this.consumer, aggregate]);
      return this.applyHeld(tx, rows.map(arrivalOf));
    });
  }

  /**
   * Gives a parked event up, for a reason that the closing of its season shows; those behind it stay parked.
   * @returns the aggregate that it was of, or nothing where no such event is parked
   */
  async drop(coop: CoopId, command: CommandId, eventId: string, reason: string): Promise<string | undefined> {
    return this.alone(coop, command, async (tx) => {
      const [dropped] = await tx.query<{ aggregate: string }>(drop, [this.consumer, eventId, reason]);
      return dropped?.aggregate;
    });
  }

  /** The fault for which the batch cannot be applied, or nothing. */
  private async attempt(batch: readonly Arrival[], advance: Advance): Promise<Error | undefined> {
    try {
      const outcome = await this.retried(() =>
        this.database.acrossCoops(async (enter, client, withCommit) => {
          const applied = await this.applyAll(batch, enter, withCommit);
          for (const record of applied.others) withCommit(client.query(keepStatement(record)));
          withCommit(this.move(client, advance));
          await atMoment('inbox:applied', () => batch.map(({ event }) => event.type));
          return applied;
        }),
      );
      for (const waits of outcome.waits) if (await this.lookAgain(waits)) outcome.published = true;
      await atMoment('inbox:committed', () => batch.map(({ event }) => event.type));
      this.observe.applied(this.consumer, batch, outcome);
      for (const record of outcome.others) this.observe.kept(this.consumer, record);
      return undefined;
    } catch (error) {
      if (isTransient(error)) throw error;
      return asError(error);
    }
  }

  private move(client: pg.PoolClient, { mark, last = [] }: Advance): Promise<void> {
    const columns = [last.map(({ topic }) => topic), last.map(({ partition }) => partition)];
    const ties = [...columns, last.map(({ offset }) => offset), last.map(({ digest }) => digest)];
    return allInOrder([
      ...(mark ? [ask(client, moveTo, [this.consumer, mark.source, mark.position])] : []),
      ...(last.length > 0 ? [ask(client, tieTo, [this.consumer, ...ties])] : []),
    ]);
  }

  /** Does the work until it succeeds or fails for good. */
  private async retried<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let wait = RETRY_MS_MIN; ; wait = Math.min(wait * 2, RETRY_MS_MAX)) {
      try {
        return await work();
      } catch (error) {
        if (!isTransient(error) || this.stopped) throw error;
        this.observe.retrying(this.consumer, asError(error));
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  /** Runs `work` while nobody else applies or holds back anything of this co-op. */
  private alone<Result>(coop: CoopId, command: CommandId, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.retried(() =>
      this.database.transaction(coop, command, { lock: 'none' }, async (tx) => {
        await tx.query(lockAlone);
        return work(tx);
      }),
    );
  }

  private async applyAll(batch: readonly Arrival[], enter: Enter, withCommit: WithCommit): Promise<Outcome> {
    const outcome: Outcome = { published: false, waits: [], others: [] };
    for (const ofCoop of byCoop(batch)) {
      const { coopid, commandid } = ofCoop[0].event;
      const command = parseCommandId(commandid);
      const tx = enter(parseCoopId(coopid), command);
      const references = await this.applyRun(tx, ofCoop, outcome.others);
      if (Object.keys(tx.published()).length > 0) outcome.published = true;
      withCommit(tx.end());
      if (references.size > 0) outcome.waits.push({ coop: tx.coop, command, references });
    }
    return outcome;
  }

  /** @returns what events of the run now wait for */
  private async applyRun(tx: Transaction, run: readonly Arrival[], others: BadRecord[]): Promise<Set<string>> {
    const states = await this.enter(tx, run);
    if (states.size < run.length) others.push(...(await this.othersIn(tx, run)));
    const fresh: Arrival[] = [];
    for (const arrival of run) {
      const state = states.get(arrival.event.id);
      // an event that comes twice in one batch was entered once
      states.delete(arrival.event.id);
      if (state === 'applied') fresh.push(arrival);
      else if (state !== undefined) await this.setAside(tx, arrival, state, { reason: BEHIND });
    }
    return this.handle(tx, fresh);
  }

  private async enter(tx: Transaction, run: readonly Arrival[]): Promise<Map<string, InboxState>> {
    const locked = tx.query(lockShared);
    locked.catch(() => undefined);
    const rows = await tx.query<{ event_id: string; state: InboxState }>(enter, [
      this.consumer,
      run.map(({ event }) => event.id),
      run.map(({ event }) => event.aggregate),
      run.map(({ event }) => event.aggregateseq),
      run.map(({ event }) => event.type),
      run.map(({ event }) => event.commandid),
      run.map(({ position }) => position),
      run.map(({ source }) => source),
      run.map(({ event }) => digestOf(event)),
    ]);
    await locked;
    return new Map(rows.map(({ event_id, state }) => [event_id, state]));
  }

  /** Events that came under the id of another one, with other contents or of another co-op: kept for the operator. */
  private async othersIn(tx: Transaction, run: readonly Arrival[]): Promise<BadRecord[]> {
    const values = [this.consumer, run.map(({ event }) => event.id), run.map(({ event }) => digestOf(event))];
    const rows = await tx.query<{ event_id: string; digest: string }>(others, values);
    const found = new Set(rows.map(({ event_id, digest }) => `${event_id} ${digest}`));
    return run
      .filter(({ event }) => found.has(`${event.id} ${digestOf(event)}`))
      .map((arrival) => {
        const { id } = arrival.event;
        const reason = {
          es: `ya se conoce otro evento con el id ${id}`,
          en: `another event is known under the id ${id}`,
        };
        return recordOf(arrival, reason);
      });
  }

  /**
   * Hands the events on by type, holds back what must wait, and goes on with what that released.
   * @returns what events now wait for
   */
  private async handle(tx: Transaction, arrivals: readonly Arrival[]): Promise<Set<string>> {
    const heldBack = new Map<string, string>();
    const released: string[] = [];
    for (const sameType of handedOnTogether(arrivals)) {
      const ready = sameType.filter(({ event }) => !heldBack.has(event.aggregate));
      for (const arrival of sameType) {
        const { event } = arrival;
        if (heldBack.has(event.aggregate))
          await this.setAside(tx, arrival, 'waiting', { waitsFor: heldBack.get(event.aggregate) ?? '' });
      }
      if (ready.length === 0) continue;
      for (const { event } of ready) this.check(event);
      const context = new HandlerContext(tx);
      await this.dispatch(
        sameType[0].event.type,
        ready.map(({ event }) => event),
        context,
      );
      for (const arrival of ready) {
        const { event } = arrival;
        const reference = context.waits.get(event.id);
        if (reference === undefined) continue;
        heldBack.set(event.aggregate, reference);
        await this.setAside(tx, arrival, 'waiting', { waitsFor: reference });
      }
      released.push(...context.released);
    }
    if (released.length > 0) await this.release(tx, released);
    return new Set(heldBack.values());
  }

  private async release(tx: Transaction, references: readonly string[]): Promise<void> {
    const rows = await tx.query<Held>(waitingFor, [this.consumer, references]);
    if (rows.length > 0) await this.applyHeld(tx, rows.map(arrivalOf));
  }

  /**
   * The fact that something waits for may have come with another worker while it was being held back; now that this
   * is committed, one of the two sees the other.
   */
  private async lookAgain({ coop, command, references }: Waits): Promise<boolean> {
    return this.alone(coop, command, async (tx) => {
      await this.release(tx, [...references]);
      return Object.keys(tx.published()).length > 0;
    });
  }

  /**
   * Applies events that were held back. One that fails is parked, with what is behind it in its aggregate: it is no
   * fault of the event that set them free.
   * @returns how many were applied
   */
  private async applyHeld(tx: Transaction, rows: readonly Arrival[]): Promise<number> {
    const apply = (some: readonly Arrival[]): Promise<Error | undefined> =>
      tx.attempt(async () => {
        await tx.query(markApplied, [this.consumer, some.map(({ event }) => event.id)]);
        await this.handle(tx, some);
      });
    if ((await apply(rows)) === undefined) return rows.length;
    let applied = 0;
    for (const aggregate of new Set(rows.map(({ event }) => event.aggregate))) {
      let fault: Error | undefined;
      for (const row of rows.filter(({ event }) => event.aggregate === aggregate)) {
        const before = fault;
        fault ??= await apply([row]);
        if (fault === undefined) applied++;
        else await this.setAside(tx, row, 'parked', { reason: before ? BEHIND : reasonOf(fault) });
      }
    }
    return applied;
  }

  private check(event: CloudEvent): void {
    const declared = findEventType(event.type);
    const fault = declared ? faultOf(declared, event.data) : NO_TYPE;
    if (fault)
      throw new Explained({
        es: `${event.type} ${event.id} no cumple su esquema: ${fault.es}`,
        en: `${event.type} ${event.id} breaks its schema: ${fault.en}`,
      });
  }

  private async setAside(
    tx: Transaction,
    arrival: Arrival,
    state: InboxState,
    why: { reason?: Translated; waitsFor?: string },
  ): Promise<void> {
    const values = [
      this.consumer,
      state,
      why.reason === undefined ? null : storedReason(why.reason),
      why.waitsFor ?? null,
      bytesOf(arrival),
      arrival.event.id,
    ];
    await tx.query(setAside, values);
  }

  /** Parks an event that fails for good. Should even that fail, its bytes are kept, and nothing waits behind them. */
  private async park(arrival: Arrival, fault: Error, advance: Advance): Promise<void> {
    const { event } = arrival;
    try {
      await this.retried(() =>
        this.database.acrossCoops(async (enter, client) => {
          const tx = enter(parseCoopId(event.coopid), parseCommandId(event.commandid));
          await this.enter(tx, [arrival]);
          await this.setAside(tx, arrival, 'parked', { reason: reasonOf(fault) });
          await this.move(client, advance);
        }),
      );
      this.observe.parked(this.consumer, event, fault);
    } catch (error) {
      if (isTransient(error)) throw error;
      const [why, besides] = [reasonOf(fault), reasonOf(asError(error))];
      const reason = {
        es: `${why.es}; tampoco se puede detener: ${besides.es}`,
        en: `${why.en}; nor can it be parked: ${besides.en}`,
      };
      await this.keep(recordOf(arrival, reason));
      const stuck = await this.attempt([], advance);
      if (stuck) throw stuck;
    }
  }
}

/** Who wants to know how an inbox fares: logs, metrics, whoever waits for a command. */
export interface InboxObserver {
  applied(consumer: string, batch: readonly Arrival[], outcome: { readonly published: boolean }): void;
  retrying(consumer: string, error: Error): void;
  parked(consumer: string, event: CloudEvent, fault: Error): void;
  /** So many events are of types or versions that this consumer does not declare. */
  passedOver(consumer: string, count: number): void;
  /** Bytes that are no event were kept for the operator. */
  kept(consumer: string, record: BadRecord): void;
}
