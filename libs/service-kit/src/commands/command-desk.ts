import { Refusal, type CommandId, type CoopId } from '@ayni/kernel';
import { newCommandId, outboxArrays, statement, type CoopLock, type Database, type Transaction } from '@ayni/messaging';
import type { CommandRequest } from './command-request.js';

/** What every command answers: its id, and how many events of each type it wrote. */
export type CommandAnswer<Answer> = Answer & {
  readonly command: { readonly id: CommandId; readonly events: Readonly<Record<string, number>> };
};

/** The answer of a command that was done before under the same key. */
export class Replay {
  constructor(readonly body: string) {}
}

const finish = statement(
  'finish command',
  `WITH events AS (
     INSERT INTO outbox (coop_id, event_id, aggregate, seq, type, command_id, occurred_at, data)
     SELECT $1, e, a, s, t, c, $2, d::json
     FROM unnest($3::uuid[], $4::text[], $5::int[], $6::text[], $7::uuid[], $8::text[]) AS rows (e, a, s, t, c, d)
   )
   INSERT INTO commands (coop_id, principal, key, print, answer) VALUES ($1, $9, $10, $11, $12)`,
);

const find = statement(
  'find command',
  'SELECT print, answer FROM commands WHERE coop_id = $1 AND principal = $2 AND key = $3',
);

const forget = statement(
  'forget commands',
  `DELETE FROM commands WHERE coop_id = $1 AND done_at < now() - interval '90 days'`,
);

const UNIQUE_VIOLATION = '23505';
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
  ): Promise<CommandAnswer<Answer> | Replay> {
    const { coop, user } = request.principal;
    const command = newCommandId();
    try {
      const answer = await this.database.transaction(coop, command, lock, async (tx) => {
        const done = { command: { id: command, events: {} }, ...(await work(tx)) };
        const told = { ...done, command: { id: command, events: tx.published() } };
        await tx.query(finish, [
          coop,
          tx.now.toISOString(),
          ...outboxArrays(tx),
          user,
          request.idempotencyKey,
          request.print,
          JSON.stringify(told),
        ]);
        tx.outbox.length = 0;
        await this.sweep(tx);
        return told;
      });
      this.onCommitted();
      return answer;
    } catch (error) {
      // whether it was refused or ran into its own key: if it was done before, that answer stands
      if (error instanceof Refusal || isTakenKey(error)) {
        const replay = await this.replay(request);
        if (replay) return replay;
      }
      throw error;
    }
  }

  private async replay({ principal, idempotencyKey, print }: CommandRequest): Promise<Replay | undefined> {
    const [stored] = await this.database.read(principal.coop, newCommandId(), (tx) =>
      tx.query<{ print: string; answer: string }>(find, [principal.coop, principal.user, idempotencyKey]),
    );
    if (!stored) return undefined;
    if (stored.print !== print) throw new Refusal('idempotency-key-reused');
    return new Replay(stored.answer);
  }

  /** Keys are kept for 90 days; once a day and co-op the older ones go. */
  private async sweep(tx: Transaction): Promise<void> {
    const now = tx.now.getTime();
    if (now - (this.sweptAt.get(tx.coop) ?? 0) < DAY_MS) return;
    this.sweptAt.set(tx.coop, now);
    await tx.query(forget, [tx.coop]);
  }
}

function isTakenKey(error: unknown): boolean {
  return (
    error instanceof Error &&
    Reflect.get(error, 'code') === UNIQUE_VIOLATION &&
    Reflect.get(error, 'constraint') === 'commands_pkey'
  );
}
