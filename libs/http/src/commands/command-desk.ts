import { fieldOf, Refusal, type CoopId } from '@ayni/kernel';
import { errorCode } from '@ayni/processes/error-code';
import type { Transaction } from '@ayni/database/transaction';
import { Doubtful, type CoopLock, type Database } from '@ayni/database/database';
import { Refusals } from '../refusals.js';
import { newCommandId } from '@ayni/database/new-id';
import { statement } from '@ayni/database/statement';
import { CommandEntity } from './command.entity.js';
import type { CommandRequest } from './command-request.js';
import type { CommandDone, LoadAnswer, TrialAnswer } from './load-answer.js';
import type { Load } from './load.js';
import { countsOf, tryLoad, type LoadWork } from './trial.js';

/** What every command answers: its id, and how many events of each type it wrote. */
export type CommandAnswer<Answer> = Answer & CommandDone;

const find = statement(
  'find command',
  'SELECT print, answer::json FROM commands WHERE coop_id = $1 AND principal = $2 AND key = $3',
);

const forget = statement(
  'forget commands',
  `DELETE FROM commands WHERE coop_id = $1 AND done_at < now() - interval '90 days'`,
);

const UNIQUE_VIOLATION = '23505';
const OWN_KEY = 'commands_pkey';
/** What a database function raises where an assumption does not hold. */
const STALE = 'AY001';
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
    private readonly onCommitted: () => void,
  ) {}

  async run<Answer extends object>(
    request: CommandRequest,
    work: (tx: Transaction) => Promise<Answer>,
    lock: CoopLock = 'shared',
  ): Promise<CommandAnswer<Answer>> {
    try {
      const answer = await this.attempt(request, work, lock);
      this.onCommitted();
      return answer;
    } catch (error) {
      // whether it was refused or ran into its own key: if it was done before, that answer stands
      if (error instanceof Refusal || error instanceof Refusals || takenKey(error) === OWN_KEY) {
        const replay = await this.replay<Answer>(request);
        if (replay) return replay;
      }
      throw error;
    }
  }

  /** Loads rows, all or none, or tries them and takes it all back. */
  async load<Sent>(
    load: Load<Sent>,
    work: LoadWork<Sent>,
    lock: CoopLock = 'shared',
  ): Promise<LoadAnswer | TrialAnswer> {
    const { command, rows } = load;
    if (command) return this.run(command, async (tx) => countsOf(await work(tx, rows, rows)), lock);
    return tryLoad(this.database, load, work, lock);
  }

  /**
   * Rows are first taken to be new, and what they are checked against to be as it was last read, which costs
   * no look; only if one is not so, the work is done again with care.
   */
  private async attempt<Answer extends object>(
    request: CommandRequest,
    work: (tx: Transaction) => Promise<Answer>,
    lock: CoopLock,
  ): Promise<CommandAnswer<Answer>> {
    try {
      return await this.once(request, work, { lock, careful: false });
    } catch (error) {
      const taken = takenKey(error);
      const knownRow = taken !== undefined && taken !== OWN_KEY;
      if (!knownRow && !(error instanceof Doubtful) && !isStale(error)) throw error;
      return this.once(request, work, { lock, careful: true });
    }
  }

  private once<Answer extends object>(
    { principal, idempotencyKey, print }: CommandRequest,
    work: (tx: Transaction) => Promise<Answer>,
    options: { lock: CoopLock; careful: boolean },
  ): Promise<CommandAnswer<Answer>> {
    const id = newCommandId();
    return this.database.transaction(principal.coop, id, options, async (tx) => {
      const done = await work(tx);
      const answer = { command: { id, events: tx.published() }, ...done };
      const row = { principal: principal.user, key: idempotencyKey, print, answer: JSON.stringify(answer) };
      tx.insertAtEnd(CommandEntity, [row]);
      await this.sweep(tx);
      return answer;
    });
  }

  /** What the same command was answered, where it was done before. @throws Refusal `idempotency-key-reused` */
  private async replay<Answer extends object>({
    principal,
    idempotencyKey,
    print,
    sayReplayed,
  }: CommandRequest): Promise<CommandAnswer<Answer> | undefined> {
    const [stored] = await this.database.read(principal.coop, newCommandId(), (tx) =>
      tx.query<{ print: string; answer: CommandAnswer<Answer> }>(find, [
        principal.coop,
        principal.user,
        idempotencyKey,
      ]),
    );
    if (!stored) return undefined;
    if (stored.print !== print) throw new Refusal('idempotency-key-reused');
    sayReplayed();
    return stored.answer;
  }

  /** Keys are kept for 90 days; once a day and co-op the older ones go. */
  private async sweep(tx: Transaction): Promise<void> {
    const now = tx.now.getTime();
    if (now - (this.sweptAt.get(tx.coop) ?? 0) < DAY_MS) return;
    this.sweptAt.set(tx.coop, now);
    await tx.query(forget, [tx.coop]);
  }
}

/** The constraint whose key is taken, where that is what is wrong. */
const takenKey = (error: unknown): unknown =>
  errorCode(error) === UNIQUE_VIOLATION ? fieldOf(error, 'constraint') : undefined;

/** Whether something that was assumed is no longer so. */
const isStale = (error: unknown): boolean => errorCode(error) === STALE;
