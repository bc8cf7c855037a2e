import type { CoopLock } from '@ayni/database/database';
import { momentsOf } from '@ayni/database/moments';
import { newCommandId } from '@ayni/database/new-id';
import type { Transaction } from '@ayni/database/transaction';
import { isTransient } from '@ayni/database/transient';
import { nameKey, Refusal, Refusals, refusalsOf, type CoopId } from '@ayni/kernel';
import { Doorbell } from '@ayni/messaging/doorbell';
import { causeOf } from '@ayni/messaging/outbox/cause';
import type { Principal } from '../auth/principal.js';
import type { CommandAnswer, CommandDesk, Order } from './command-desk.js';
import type { CommandRequest } from './command-request.js';
import type { LoadAnswer, TrialAnswer } from './load-answer.js';
import type { BroughtRow, Load, LoadedRow } from './load.js';
import { spelledAsKept } from '../spelling.js';
import { movedTo } from './moved-to.js';
import { countsOf, type Counts, type RowDone } from './row-done.js';
import { tryRows } from './trial.js';

/**
 * Keeps rows, all or none, and tells of each under its cause. It may be called again for rows that it was called for
 * before, in another transaction; of these one commits, so that it changes nothing outside of them.
 * @param rows of one command or of several; a refusal counts only if they are of one
 * @param among all rows of the load, where `rows` are only some of them
 * @param takenForNew whether nobody needs to look which rows are there already: if one is, the transaction may fail for
 *   it, and the work is done again with care
 * @returns what became of each row
 */
export type LoadWork<Sent> = (
  tx: Transaction,
  rows: readonly LoadedRow<Sent>[],
  among: readonly BroughtRow<Sent>[],
  takenForNew: boolean,
) => Promise<readonly RowDone[]>;

type Flight<Sent> = Order & {
  readonly rows: readonly LoadedRow<Sent>[];
  readonly resolve: (answer: CommandAnswer<Counts>) => void;
  readonly reject: (reason: unknown) => void;
};

/** Loads that wait for the one that is on its way, and what is rung when another one comes. */
type Queue<Sent> = { readonly flights: Flight<Sent>[]; came: Doorbell };

/** A load of more rows goes by itself: it would gain little, and the others would wait for it. */
const ROWS_MAX = 20;
const LOADS_MAX = 25;
/** So long nobody else has to come before those that wait go: who sells on has sent her next by then. */
const LOOK_OUT_MS = 3;

const atMoment = momentsOf('load:queued', 'load:gathering');

/**
 * The loads of one route. The first of a co-op goes at once; those that come while it is on its way, or right after it,
 * go together, in one transaction, each with a key, events and an answer of its own. All of it is taken for new, as nearly
 * all is. If that fails, each is done by itself and with care: what is wrong with one touches no other.
 */
export class Loads<Sent> {
  /** By co-op, while something of it is on its way. */
  private readonly waiting = new Map<CoopId, Queue<Sent>>();

  constructor(
    private readonly desk: CommandDesk,
    private readonly work: LoadWork<Sent>,
    private readonly lock: CoopLock = 'shared',
  ) {}

  /** Records the rows of a load once, or tries them and takes all of it back. */
  run(load: Load<Sent>): Promise<LoadAnswer | TrialAnswer> {
    if (load.command) return this.record(load.command, load.rows);
    const cause = causeOf(newCommandId());
    return tryRows(this.desk, load, (tx, rows, among) =>
      this.work(
        tx,
        rows.map((row) => ({ ...row, cause })),
        among,
        false,
      ),
    );
  }

  private record(request: CommandRequest, sent: readonly BroughtRow<Sent>[]): Promise<LoadAnswer> {
    const id = newCommandId();
    const cause = causeOf(id);
    const rows = sent.map((row) => ({ ...row, cause }));
    return this.desk.unlessDone(
      request,
      () => new Promise((resolve, reject) => this.accept({ request, id, rows, resolve, reject })),
    );
  }

  private accept(flight: Flight<Sent>): void {
    const { coop } = flight.request.principal;
    const others = this.waiting.get(coop);
    if (flight.rows.length > ROWS_MAX) void this.settle([flight], false);
    else if (others) {
      others.flights.push(flight);
      others.came.ring();
      void atMoment('load:queued', () => []);
    } else void this.goOn(coop, flight);
  }

  private async goOn(coop: CoopId, first: Flight<Sent>): Promise<void> {
    const queue: Queue<Sent> = { flights: [], came: new Doorbell() };
    const { flights } = queue;
    this.waiting.set(coop, queue);
    for (let next: Flight<Sent> | undefined = first; next; next = flights.shift()) {
      const group: [Flight<Sent>, ...Flight<Sent>[]] = [next, ...flights.splice(0, LOADS_MAX - 1)];
      await this.settle(group, true);
      await gathered(queue, group.length);
    }
    this.waiting.delete(coop);
  }

  private async settle(flights: readonly [Flight<Sent>, ...Flight<Sent>[]], takenForNew: boolean): Promise<void> {
    try {
      const answers = await this.desk.together(flights, (tx) => this.load(tx, flights, takenForNew), this.lock);
      for (const [{ resolve }, answer] of answers) resolve(answer);
    } catch (error) {
      const mayHold = flights.length > 1 || (takenForNew && !isRefusal(error));
      if (mayHold && !isTransient(error)) await Promise.all(flights.map((flight) => this.settle([flight], false)));
      else for (const { reject } of flights) reject(error);
    }
  }

  private async load(
    tx: Transaction,
    flights: readonly Flight<Sent>[],
    takenForNew: boolean,
  ): Promise<(flight: Flight<Sent>) => Counts> {
    const rows = flights.flatMap((flight) => flight.rows);
    const done = await this.work(tx, rows, rows, takenForNew);
    return (flight) => countsOf(done.filter((_, i) => rows[i]?.cause.commandid === flight.id));
  }
}

/**
 * Waits for those who were `answered` just now and send again at once, until all of them are there or nobody came for a
 * moment: the more go together, the less each costs. Whoever sends alone is kept waiting by nobody.
 */
async function gathered<Sent>(queue: Queue<Sent>, answered: number): Promise<void> {
  const { flights } = queue;
  const all = Math.min(flights.length + answered, LOADS_MAX);
  if (all === 1) return;
  for (let seen = -1; seen < flights.length && flights.length < all;) {
    seen = flights.length;
    queue.came = new Doorbell();
    await Promise.all([queue.came.wait(LOOK_OUT_MS), atMoment('load:gathering', () => [])]);
  }
}

const isRefusal = (error: unknown): boolean => error instanceof Refusal || error instanceof Refusals;

/** How rows of a load are told apart. */
type Key<Sent> = {
  /** The field at which one that is repeated is refused. */
  readonly at: string & keyof Sent;
  /** Those that tell them apart together, where it is not that one alone. */
  readonly of?: readonly (string & keyof Sent)[];
};

/** The loads of a route of which each goes by itself. */
export class SingleLoads<Sent extends object, Answer extends Counts = Counts> {
  /**
   * @param key the work refuses a row with the same one as another; a trial does its work for some of the rows at a time
   * @param work keeps rows of one command, all or none; a refusal names `/rows/<their place among these>`
   * @param alsoTold what a trial tells besides counts, of what was answered to the parts that it was tried in
   */
  constructor(
    private readonly desk: CommandDesk,
    private readonly key: Key<Sent>,
    private readonly work: (tx: Transaction, rows: readonly Sent[], by: Principal) => Promise<Answer>,
    private readonly lock: CoopLock = 'none',
    private readonly alsoTold: (answers: readonly Answer[]) => object = () => ({}),
  ) {}

  /** Records the rows of a load once, or tries them and takes all of it back. */
  async run(load: Load<Sent>): Promise<LoadAnswer | TrialAnswer> {
    const { command, principal, rows } = load;
    const keep = async (tx: Transaction, kept: readonly BroughtRow<Sent>[]): Promise<Answer> => {
      const sent = kept.map((row) => row.sent);
      return this.work(tx, await spelledAsKept(tx, load.row, sent), principal);
    };
    if (command) return this.desk.run(command, (tx) => keep(tx, rows), this.lock);
    const answers: Answer[] = [];
    const trialled = this.withoutRepeated(load);
    const trial = await tryRows(this.desk, trialled, async (tx, tried) => {
      const answer = await keep(tx, tried).catch((error: unknown) => {
        const [first, ...others] = refusalsOf(error);
        const moved = (refusal: Refusal): Refusal =>
          movedTo(
            tried.map(({ at }) => at),
            refusal,
          );
        throw new Refusals([moved(first), ...others.map(moved)]);
      });
      if (!tried.some(({ index }) => trialled.mended.has(index))) answers.push(answer);
      return tried.map((_, i) => ({ isNew: i < answer.recorded }));
    });
    return { ...trial, ...this.alsoTold(answers) };
  }

  /** Nothing stays of a row that has the same key as one before it; what else is wrong with it is told too. */
  private withoutRepeated(load: Load<Sent>): Load<Sent> {
    const { at, of = [at] } = this.key;
    const mended = new Map(load.mended);
    const first = new Set<string>();
    for (const row of load.rows) {
      const { again = row, places = [] } = mended.get(row.index) ?? {};
      // what stands in the place of a faulty field is not what was sent
      if (of.some((field) => places.includes(`${row.at}/${field}`))) continue;
      const code = of.map((field) => String(row.sent[field])).join(' ');
      if (first.has(nameKey(code))) {
        const place = `${row.at}/${at}`;
        load.faults.add(row.index, [new Refusal('duplicate-code', place, { code })]);
        mended.set(row.index, { again, places: [...places, place] });
      }
      first.add(nameKey(code));
    }
    return { ...load, mended };
  }
}
