import { dayIn, found, parseInstant, Refusal, type Day, type Instant, type MemberNumber } from '@ayni/kernel';
import { newCommandId } from '@ayni/database/new-id';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { ROLES, type Principal } from '@ayni/http/auth/principal';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { digestOf } from '../record.js';
import type { LateKind } from './late-kind.js';
import { LateRecordEntity, LateSettlementEntity } from './late-record.entity.js';
import { firstOpenDay, middayOf } from './open-day.js';

/** On which day a late record may be posted. */
export const POSTING_DATES = ['today', 'first-open-day'] as const;
export type PostingDate = (typeof POSTING_DATES)[number];

/** What a phone hands in. */
export type HandedIn = {
  readonly kind: string;
  readonly row: object;
  readonly keptAt: Instant;
  readonly refusal: string;
};

type Kept = {
  readonly id: string;
  readonly kind: string;
  readonly sent: string;
  readonly digest: string;
  readonly day: Day;
  readonly keptBy: string;
  readonly roles: string;
  readonly member: MemberNumber | null;
  readonly isSettled: boolean;
};

const COLUMNS = `l.id, l.kind, l.sent, l.digest, l.day, l.kept_by AS "keptBy", l.roles, l.member,
  s.id IS NOT NULL AS "isSettled"`;
const FROM = `late_records l LEFT JOIN late_settlements s ON s.coop_id = l.coop_id AND s.id = l.id
  WHERE l.coop_id = current_setting('app.coop')::uuid`;

const byId = statement('late record by id', `SELECT ${COLUMNS} FROM ${FROM} AND l.id = $1`);
const byCode = statement(
  'late record by code',
  `SELECT ${COLUMNS} FROM ${FROM} AND l.kept_by = $1 AND l.kind = $2 AND l.code = $3`,
);

/** Keeps facts that came when their season was closed, and has each posted or given up, once. */
export class LateRecords {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly kinds: readonly (LateKind & { readonly keep: object })[],
  ) {}

  /**
   * Keeps a refused row outside of the books; the same one again changes nothing.
   * @returns the id under which it is kept
   * @throws Refusal `forbidden` where she does not record such facts, `day-in-future`, `code-taken` where she handed in
   *   another under its code, and Refusals for a row that no door would read
   */
  async keep(tx: Transaction, { kind, row, keptAt, refusal }: HandedIn, by: Principal): Promise<{ id: string }> {
    const { read, record } = this.kindOf(kind);
    if (!record.some((role) => by.roles.includes(role)))
      throw new Refusal('forbidden', '/kind', { roles: record.join(', ') });
    const coop = await this.coops.get(tx);
    refuseFuture(coop, dayIn(coop.timezone, keptAt), tx.now, '/keptAt');
    const { code, sent, day, happenedAt } = read(row, coop.timezone);
    const digest = digestOf(sent);
    const late = {
      ...{ id: newCommandId(), kind, code, sent: JSON.stringify(row), digest, refusal, day, happenedAt, keptAt },
      ...{ keptBy: by.user, roles: by.roles.join(' '), member: by.member, receivedAt: tx.now.toISOString() },
    };
    const [id] = await tx.insert(LateRecordEntity, [late], { onConflict: 'nothing', returning: 'id' });
    if (id !== undefined) return { id: late.id };
    const [there] = await tx.query<Kept>(byCode, [by.user, kind, code]);
    if (there?.digest !== digest) throw new Refusal('code-taken', '/row', { code });
    return { id: there.id };
  }

  /**
   * Records a late fact under its own code, as its door would have done, on a day that is open.
   * @returns the day
   * @throws Refusal `not-found`, `already-settled`, and what recording it may refuse
   */
  async post(tx: Transaction, id: string, date: PostingDate, by: Principal): Promise<{ postedOn: Day }> {
    const late = await this.waiting(tx, id);
    const { timezone } = await this.coops.get(tx);
    const now = parseInstant(tx.now.toISOString());
    const today = dayIn(timezone, now);
    const postedOn = date === 'today' ? today : await firstOpenDay(tx, late.day);
    await this.settle(tx, { id, postedOn, reason: null }, by);
    const { post, keep } = this.kindOf(late.kind);
    const at = postedOn === today ? now : middayOf(postedOn, timezone);
    const row: unknown = JSON.parse(late.sent);
    await post(tx, keep, { row, by: keeperOf(tx, late), day: postedOn, at });
    return { postedOn };
  }

  /** @throws Refusal `not-found`, `already-settled` */
  async giveUp(tx: Transaction, id: string, reason: string, by: Principal): Promise<{ givenUp: string }> {
    const { id: kept } = await this.waiting(tx, id);
    await this.settle(tx, { id: kept, postedOn: null, reason }, by);
    return { givenUp: kept };
  }

  private async waiting(tx: Transaction, id: string): Promise<Kept> {
    const [kept] = await tx.query<Kept>(byId, [id]);
    const late = found(kept, 'late-record', id);
    if (late.isSettled) throw new Refusal('already-settled');
    return late;
  }

  private async settle(
    tx: Transaction,
    settled: { readonly id: string; readonly postedOn: Day | null; readonly reason: string | null },
    by: Principal,
  ): Promise<void> {
    const row = { ...settled, settledBy: by.user, settledAt: tx.now.toISOString() };
    const inserted = await tx.insert(LateSettlementEntity, [row], { onConflict: 'nothing', returning: 'id' });
    if (inserted.length === 0) throw new Refusal('already-settled');
  }

  private kindOf(kind: string): LateKind & { readonly keep: object } {
    const known = this.kinds.find((one) => one.kind === kind);
    if (!known) throw new Error(`${kind} does not come late`);
    return known;
  }
}

/** Who kept it, as she was then: what she might record she may have posted, and no more. */
function keeperOf(tx: Transaction, { keptBy, roles, member }: Kept): Principal {
  const had = new Set(roles.split(' '));
  return {
    ...{ user: keptBy, coop: tx.coop, roles: ROLES.filter((role) => had.has(role)), member },
    ...{ version: null, access: null, scopes: null, choosing: false },
  };
}
