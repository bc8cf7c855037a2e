import type { CoopId } from '@ayni/kernel';
import {
  causeOf,
  isTransient,
  newCommandId,
  reach,
  type Cause,
  type CoopLock,
  type Transaction,
} from '@ayni/messaging';
import type { Principal } from '../auth/principal.js';
import type { CommandAnswer, CommandDesk, Order } from './command-desk.js';
import type { CommandRequest } from './command-request.js';

/** A row that a command brings. */
export type Sent<Draft> = {
  readonly draft: Draft;
  readonly by: Principal;
  /** The command; what is told of the row follows from it. */
  readonly cause: Cause;
};

/** What a load answers: how many of its rows were new, and how many were there already. */
export type Loaded = { readonly recorded: number; readonly unchanged: number };

/**
 * Keeps rows, all or none, and tells of each under its cause. It may be called again for rows that it was called for
 * before, in another transaction; of these one commits, so that it changes nothing outside of them.
 * @param rows of one command or of several; a refusal counts only if they are of one
 * @returns those of them that were new
 */
export type LoadWork<Draft> = (
  tx: Transaction,
  rows: readonly Sent<Draft>[],
) => Promise<readonly Pick<Sent<Draft>, 'cause'>[]>;

type Load<Draft> = Order & {
  readonly rows: readonly Sent<Draft>[];
  readonly resolve: (answer: CommandAnswer<Loaded>) => void;
  readonly reject: (reason: unknown) => void;
};

/** A load of more rows goes by itself: it would gain little, and the others would wait for it. */
const ROWS_MAX = 20;
const LOADS_MAX = 25;

/**
 * The loads of one route. The first of a co-op goes at once; those that come while it is on its way go together after
 * it, in one transaction, each with a key, events and an answer of its own. If that fails, each is done by itself: what
 * is wrong with one touches no other.
 */
export class Loads<Draft> {
  /** By co-op, while something of it is on its way. */
  private readonly waiting = new Map<CoopId, Load<Draft>[]>();

  constructor(
    private readonly desk: CommandDesk,
    private readonly work: LoadWork<Draft>,
    private readonly lock: CoopLock = 'shared',
  ) {}

  /** Does a command that brings these rows, once. */
  run(request: CommandRequest, drafts: readonly Draft[]): Promise<CommandAnswer<Loaded>> {
    const id = newCommandId();
    const cause = causeOf(id);
    const rows = drafts.map((draft) => ({ draft, by: request.principal, cause }));
    return this.desk.unlessDone(
      request,
      () => new Promise((resolve, reject) => this.accept({ request, id, rows, resolve, reject })),
    );
  }

  private accept(load: Load<Draft>): void {
    const { coop } = load.request.principal;
    const others = this.waiting.get(coop);
    if (load.rows.length > ROWS_MAX) void this.settle([load]);
    else if (others) {
      others.push(load);
      reach('load:queued', () => []);
    } else void this.goOn(coop, load);
  }

  private async goOn(coop: CoopId, first: Load<Draft>): Promise<void> {
    const waiting: Load<Draft>[] = [];
    this.waiting.set(coop, waiting);
    for (let next: Load<Draft> | undefined = first; next; next = waiting.shift())
      await this.settle([next, ...waiting.splice(0, LOADS_MAX - 1)]);
    this.waiting.delete(coop);
  }

  private async settle(loads: readonly [Load<Draft>, ...Load<Draft>[]]): Promise<void> {
    try {
      const answers = await this.desk.together(loads, (tx) => this.load(tx, loads), this.lock);
      for (const [{ resolve }, answer] of answers) resolve(answer);
    } catch (error) {
      if (loads.length > 1 && !isTransient(error)) await Promise.all(loads.map((load) => this.settle([load])));
      else for (const { reject } of loads) reject(error);
    }
  }

  private async load(tx: Transaction, loads: readonly Load<Draft>[]): Promise<(load: Load<Draft>) => Loaded> {
    const fresh = await this.work(
      tx,
      loads.flatMap(({ rows }) => rows),
    );
    return ({ id, rows }) => {
      const recorded = fresh.filter(({ cause }) => cause.commandid === id).length;
      return { recorded, unchanged: rows.length - recorded };
    };
  }
}
