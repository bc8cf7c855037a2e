import type { Answered } from './answered.js';
import { giveUpTakenBack, isLate, toHandOver } from './late.js';
import type { KeptCommand } from './kept-command.js';
import { change, commandsIn, isDue, keptCommand } from './queue.js';
import { tellQueueChanged } from './queue-news.js';
import { store } from './store.js';
import { keptWho } from './who.js';

/** Does something while no other tab of this browser does; leaves it where one does. */
export type OneTab = (act: () => Promise<void>) => Promise<void>;

/** Posts a command under its key, as whoever kept it. */
export type Post = (command: KeptCommand) => Promise<Answered>;

const AT_ONCE = 4;
/** After so many answers of a system that cannot do it now, one after the other, the rest waits too. */
const AWAY_MAX = 4;
const DAY_MS = 86_400_000;
/** How many days what is done with stays for reading. */
const KEPT_DAYS = { sent: 7, 'handed-over': 60, 'given-up': 60 } as const;

/** Sends what this device keeps, the oldest first. Nothing is dropped before its answer. */
export class Sender {
  private running: Promise<void> | undefined;

  constructor(
    private readonly oneTab: OneTab,
    private readonly post: Post,
  ) {}

  /** Sends all that can be sent now. Whoever calls while it runs waits for the same run. */
  send(): Promise<void> {
    this.running ??= this.oneTab(() => this.run()).finally(() => (this.running = undefined));
    return this.running;
  }

  private async run(): Promise<void> {
    const run = new Run(this.post);
    // what was kept meanwhile, and what waited for another, has its turn as well
    while (await run.pass());
    await dropOld();
  }
}

class Run {
  private readonly taken = new Set<string>();
  private away = 0;
  private isOver = false;

  constructor(private readonly post: Post) {}

  /** @returns whether anything was sent, so that more may be due */
  async pass(): Promise<boolean> {
    const who = await keptWho();
    if (who === undefined || this.isOver) return false;
    const isHers = ({ user, coop }: KeptCommand): boolean => user === who.user && coop === who.coop.code;
    await this.turnLate((await commandsIn('refused')).filter(isHers));
    const all = await commandsIn('waiting');
    const mine = all.filter((command) => isHers(command) && isDue(command, Date.now()) && !this.taken.has(command.key));
    const before = this.taken.size;
    const next = mine.values();
    const lane = async (): Promise<void> => {
      for (const command of next) {
        if (this.isOver) return;
        await this.take(command);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return this.taken.size > before;
  }

  /** What was refused because its season had closed is handed over, in the place of being sent. */
  private async turnLate(refused: readonly KeptCommand[]): Promise<void> {
    for (const { key } of refused.filter((command) => isLate(command, Date.now()))) {
      if (await giveUpTakenBack(key)) continue;
      await change(key, (command) => (isLate(command, Date.now()) ? toHandOver(command) : undefined));
      this.taken.delete(key);
    }
  }

  private async take({ key, after }: KeptCommand): Promise<void> {
    const first = after === undefined ? undefined : await keptCommand(after);
    // what it follows may have been done and dropped long ago
    if (first !== undefined && first.state !== 'sent') return;
    this.taken.add(key);
    // from here on it may have left this device, whatever becomes of the answer
    const leaving = await change(key, (command) =>
      command.state === 'waiting' ? { ...command, tries: command.tries + 1 } : undefined,
    );
    if (leaving === undefined) return;
    const answered = await this.post(leaving);
    this.note(answered);
    if (answered.state !== 'sent' && answered.state !== 'refused' && answered.state !== 'handed-over') return;
    await change(key, (command) => ({ ...command, ...answered, answeredAt: Date.now() }));
    tellQueueChanged();
  }

  private note({ state }: Answered): void {
    this.away = state === 'away' ? this.away + 1 : 0;
    if (state === 'unreachable' || state === 'signed-out' || this.away >= AWAY_MAX) this.isOver = true;
  }
}

async function dropOld(): Promise<void> {
  const transaction = (await store()).transaction('commands', 'readwrite');
  for (const state of ['sent', 'handed-over', 'given-up'] as const) {
    const since = Date.now() - KEPT_DAYS[state] * DAY_MS;
    const before = IDBKeyRange.bound([state, 0], [state, since]);
    for (const key of await transaction.store.index('byAnswer').getAllKeys(before)) await transaction.store.delete(key);
  }
  await transaction.done;
}
