import type { Database, CoopLock } from '@ayni/database/database';
import { newCommandId } from '@ayni/database/new-id';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { fieldOf, Refusal, Refusals, type CommandId, type CoopId } from '@ayni/kernel';
import { errorCode } from '@ayni/processes/error-code';
import type { Standing } from '../auth/standing.js';
import { appendTrail } from '../trail/append-trail.js';
import { CommandEntity } from './command.entity.js';
import type { CommandRequest } from './command-request.js';
import type { CommandDone } from './load-answer.js';

/** What every command answers: its id, and how many events of each type it wrote. */
export type CommandAnswer<Answer> = Answer & CommandDone;

/** A command that is to be done. */
export type Order = { readonly id: CommandId; readonly request: CommandRequest };

const find = statement(
  'find command',
  'SELECT print, answer::json FROM commands WHERE coop_id = $1 AND principal = $2 AND key = $3',
);

const forget = statement(
  'forget commands',
  `DELETE FROM commands WHERE coop_id = $1 AND done_at < $2::timestamptz - interval '180 days'`,
);

const UNIQUE_VIOLATION = '23505';
const OWN_KEY = 'commands_pkey';
const DAY_MS = 86_400_000;

/**
 * Does each command once. The effect, its events and the answer commit together under the client's
 * Idempotency-Key; a repeat gets the stored answer, and the key with another request is refused. A
 * refused command stores nothing, so that a corrected one may follow.
 */
export class CommandDesk {
  private readonly sweptAt = new Map<CoopId, number>();

  constructor(
    private readonly database: Database,
    private readonly standing: Standing,
    private readonly onCommitted: (coop: CoopId) => void,
  ) {}

  run<Answer extends object>(
    request: CommandRequest,
    work: (tx: Transaction) => Promise<Answer>,
    lock: CoopLock = 'shared',
  ): Promise<CommandAnswer<Answer>> {
    const id = newCommandId();
    const { coop } = request.principal;
    return this.unlessDone(request, () =>
      this.transaction(coop, id, lock, async (tx) => {
        await this.standing.checkWithin(tx, request.principal);
        const done = await work(tx);
        await trail(tx, request, done);
        return keep(tx, { id, request }, done);
      }),
    );
  }

  /**
   * Does commands of one co-op in one transaction, all or none; each event that `work` publishes names its own.
   * @param work answers with what each command is answered
   */
  async together<One extends Order, Answer extends object>(
    orders: readonly [One, ...One[]],
    work: (tx: Transaction) => Promise<(order: One) => Answer>,
    lock: CoopLock,
  ): Promise<ReadonlyMap<One, CommandAnswer<Answer>>> {
    const { coop } = orders[0].request.principal;
    return this.transaction(coop, undefined, lock, async (tx) => {
      const answerOf = await work(tx);
      for (const order of orders) await trail(tx, order.request, answerOf(order));
      return new Map(orders.map((order) => [order, keep(tx, order, answerOf(order))]));
    });
  }

  /** Does what is to be done for a command, unless that was done before: then its answer stands. */
  async unlessDone<Answer>(request: CommandRequest, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      // whether it was refused or ran into its own key
      if (error instanceof Refusal || error instanceof Refusals || isOwnKeyTaken(error)) {
        const replay = await this.replay<Answer>(request);
        if (replay) return replay;
      }
      throw error;
    }
  }

  /** Does work of which nothing is to stay; it holds up nothing that is. */
  async tried(coop: CoopId, work: (tx: Transaction) => Promise<void>): Promise<void> {
    try {
      await this.database.transaction(coop, newCommandId(), { lock: 'none', isTrial: true }, async (tx) => {
        await work(tx);
        throw new TrialOver();
      });
    } catch (error) {
      if (!(error instanceof TrialOver)) throw error;
    }
  }

  private async transaction<Result>(
    coop: CoopId,
    command: CommandId | undefined,
    lock: CoopLock,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const result = await this.database.transaction(coop, command, { lock }, async (tx) => {
      const done = await work(tx);
      await this.sweep(tx);
      return done;
    });
    this.onCommitted(coop);
    return result;
  }

  /** What the same command was answered, where it was done before. @throws Refusal `idempotency-key-reused` */
  private async replay<Answer>({
    principal,
    idempotencyKey,
    print,
    sayReplayed,
  }: CommandRequest): Promise<Answer | undefined> {
    const [stored] = await this.database.read(principal.coop, (tx) =>
      tx.query<{ print: string; answer: Answer }>(find, [principal.coop, principal.user, idempotencyKey]),
    );
    if (!stored) return undefined;
    if (stored.print !== print) throw new Refusal('idempotency-key-reused');
    sayReplayed();
    return stored.answer;
  }

  /** Keys are kept for 180 days; once a day and co-op the older ones go. */
  private async sweep(tx: Transaction): Promise<void> {
    const now = tx.now.getTime();
    if (now - (this.sweptAt.get(tx.coop) ?? 0) < DAY_MS) return;
    this.sweptAt.set(tx.coop, now);
    await tx.query(forget, [tx.coop, tx.now.toISOString()]);
  }
}

/** Ends the transaction of a trial, so that nothing of it stays. */
class TrialOver extends Error {}

/** Puts a command of consequence into the co-op's trail; one that found all of its rows there already was of none. */
async function trail(tx: Transaction, { principal, act }: CommandRequest, done: object): Promise<void> {
  if (act && fieldOf(done, 'recorded') !== 0) await appendTrail(tx, principal.user, act);
}

/** Puts down, with its effect, that a command was done. @returns what it is answered */
function keep<Answer extends object>(
  tx: Transaction,
  { id, request: { principal, idempotencyKey: key, print } }: Order,
  done: Answer,
): CommandAnswer<Answer> {
  const answer = { command: { id, events: tx.published(id) }, ...done };
  tx.insertAtEnd(CommandEntity, [{ principal: principal.user, key, print, answer: JSON.stringify(answer) }]);
  return answer;
}

const isOwnKeyTaken = (error: unknown): boolean =>
  errorCode(error) === UNIQUE_VIOLATION && fieldOf(error, 'constraint') === OWN_KEY;
