import type { Database } from '@ayni/database/database';
import { newCommandId } from '@ayni/database/new-id';
import { statement } from '@ayni/database/statement';
import { parseCoopId, type CoopId } from '@ayni/kernel';
import { Loop } from '@ayni/messaging/loop';
import type { DataSource } from 'typeorm';
import type { Reported, SeasonBooks } from './season-books.js';

const NET_MS = 1_000;
/** How often it looks for what others than this process changed: closings that a worker was told of that died, events that an operator freed. */
const LOOK_MS = 10_000;
const RETRY_MS = 2_000;
/** So long what was changed once is left before it is looked at again, while no season closes. */
const REST_MS = 300;
/** And at most so long: what changes without a pause, and of which there is nothing new to tell, is looked at less and less often. */
const LONGEST_REST_MS = 8 * REST_MS;
/** And so many times as long as looking took: large books cost no more of the database than small ones. */
const RESTS_PER_LOOK = 9;
/** So many times as long while one closes: what is still to be applied needs the database more than who tells of it. */
const RESTS_PER_REPORT = 3;

const openSeasons = statement(
  'open seasons',
  `SELECT code FROM seasons WHERE coop_id = current_setting('app.coop')::uuid AND state = 'open' ORDER BY from_day`,
);

/**
 * Has the books of seasons told: of open ones what is unfinished, soon after something changed; of those that close,
 * also what was written and applied. All of it are queries made then, not counters on the hot path.
 */
export class BooksWatch {
  private readonly loop: Loop;
  private readonly closing = new Map<string, { coop: CoopId; season: string }>();
  private readonly changedIn = new Set<CoopId>();
  /** Co-ops of which events wait or are parked. */
  private readonly stuckIn = new Set<CoopId>();
  private lookedAt = 0;
  private rest = REST_MS;
  /** How many co-ops are being looked at just now. */
  private looking = 0;

  constructor(
    private readonly source: DataSource,
    private readonly database: Database,
    private readonly books: SeasonBooks,
    private readonly onPublished: () => void,
    onFault: (error: unknown) => void,
  ) {
    this.loop = new Loop(() => this.step(), onFault, RETRY_MS);
  }

  /**
   * Takes up the seasons that were closing when the process ended, and those whose list may have changed unseen. Books
   * in which nothing was told yet are left as they are until something changes in them.
   */
  async start(): Promise<void> {
    await this.look();
    for (const row of await this.asked('coops_told_of_open_seasons()')) this.changed(coopOf(row));
    this.loop.start();
  }

  watch(coop: CoopId, season: string): void {
    this.closing.set(`${coop} ${season}`, { coop, season });
    this.loop.ring();
  }

  /** A season no longer closes, and what is unfinished in it is told again. */
  reopened(coop: CoopId, season: string): void {
    this.closing.delete(`${coop} ${season}`);
    this.changed(coop);
  }

  /** Something of a co-op was written or applied. */
  changed(coop: CoopId): void {
    if (this.books.tellsOfOpen) this.changedIn.add(coop);
    this.loop.ring();
  }

  /** Of how many co-ops the list of what is unfinished is still to be looked at. */
  get waiting(): number {
    return this.changedIn.size + this.looking;
  }

  /** Something was handed on: what was reported may have changed. */
  ring(): void {
    if (this.closing.size > 0) this.loop.ring();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  private async look(): Promise<void> {
    this.lookedAt = performance.now();
    for (const row of await this.asked('closing_seasons()')) this.watch(coopOf(row), String(Reflect.get(row, 'code')));
    for (const coop of this.stuckIn) this.changed(coop);
  }

  /** What a function tells of all co-ops. */
  private async asked(what: string): Promise<readonly object[]> {
    const rows: unknown = await this.source.query(`SELECT * FROM ${what}`);
    return Array.isArray(rows) ? rows : [];
  }

  private async step(): Promise<void> {
    const began = performance.now();
    const faults: unknown[] = [];
    for (const [key, { coop, season }] of this.closing)
      await this.report(coop, season).then(
        // where it is open, the consumer that asked for it has yet to commit
        ({ state }) => state === 'closed' && this.closing.delete(key),
        (fault: unknown) => faults.push(fault),
      );
    for (const coop of [...this.changedIn]) {
      this.changedIn.delete(coop);
      this.looking = 1;
      await this.reportOpen(coop).catch((fault: unknown) => {
        this.changedIn.add(coop);
        faults.push(fault);
      });
      this.looking = 0;
    }
    // one co-op whose books cannot be read keeps those of no other back
    if (faults.length > 0) throw faults[0];
    const took = performance.now() - began;
    await this.loop.pause(this.closing.size > 0 ? RESTS_PER_REPORT * took : Math.max(this.rest, RESTS_PER_LOOK * took));
    this.rest = this.changedIn.size === 0 ? REST_MS : Math.min(2 * this.rest, LONGEST_REST_MS);
    await this.loop.wait(this.closing.size > 0 ? NET_MS : LOOK_MS);
    if (performance.now() - this.lookedAt > LOOK_MS) await this.look();
  }

  private async reportOpen(coop: CoopId): Promise<void> {
    const seasons = await this.database.read(coop, (tx) => tx.query<{ code: string }>(openSeasons));
    let stuck = false;
    for (const { code } of seasons) stuck = (await this.report(coop, code)).stuck || stuck;
    if (stuck) this.stuckIn.add(coop);
    else this.stuckIn.delete(coop);
  }

  private async report(coop: CoopId, season: string): Promise<Reported> {
    const reported = await this.database.transaction(coop, newCommandId(), { lock: 'none' }, (tx) =>
      this.books.report(tx, season),
    );
    if (reported.published) {
      this.rest = REST_MS;
      this.onPublished();
    }
    return reported;
  }
}

const coopOf = (row: object): CoopId => parseCoopId(String(Reflect.get(row, 'coop_id')));
