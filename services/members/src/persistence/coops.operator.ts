import { timingSafeEqual } from 'node:crypto';
import { coopRegistered, userChanged } from '@ayni/contracts';
import { fieldOf, lookOf, nameKey, notFound, parseCoopId, placesOf, Refusal, type CoopId } from '@ayni/kernel';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { connectionOptions } from '@ayni/database/connection';
import { Database } from '@ayni/database/database';
import { asNamed, NAMES } from '@ayni/database/names';
import { outbox } from '@ayni/messaging/outbox/outbox';
import { newCommandId, newCoopId } from '@ayni/database/new-id';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { OutboxEntity } from '@ayni/messaging/outbox/outbox.entity';
import type { Act } from '@ayni/http/trail/act';
import { appendTrail } from '@ayni/http/trail/append-trail';
import type { Clock } from '@ayni/http/clock';
import { CoopEntity } from '@ayni/reference-data/coops/coop.entity';
import { DataSource } from 'typeorm';
import { FIRST_ROLES, type Founding } from '../domain/coop.js';
import { CoopsPort } from '../domain/coops.port.js';
import { coopAggregate, coopData } from '../publishing/coop-events.js';
import { userAggregate, userData } from '../publishing/user-events.js';
import { newSetupCode, setupCodeDigest, setupCodeOf } from './setup-code.js';
import { Turnstile } from '@ayni/http/turnstile';
import { UserEntity } from './user.entity.js';
import { userRow } from './user-row.js';

// held until the transaction ends, so that a second set-up with the same code finds it used
const openCodes = statement('open set-up codes', 'SELECT digest FROM setup_codes WHERE used_at IS NULL FOR UPDATE');
const useCode = statement('use set-up code', 'UPDATE setup_codes SET used_at = $2 WHERE digest = $1');
const coopCodes = statement('co-op codes', 'SELECT coop_id AS id, code FROM coops ORDER BY code COLLATE "C"');
const lift = statement('lift brake', 'DELETE FROM sign_in_tries WHERE who = $1 AND count > 0 RETURNING source');
const userNamed = statement('user named', `SELECT asked FROM ${asNamed(NAMES.user)}`);
const anyCoop = statement('any co-op', 'SELECT EXISTS (SELECT FROM coops) AS found');
const withdrawCodes = statement(
  'withdraw set-up codes',
  'DELETE FROM setup_codes WHERE used_at IS NULL AND digest <> $1',
);
const issueCode = statement(
  'issue set-up code',
  'INSERT INTO setup_codes (digest, issued_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
);

const WAITING_MAX = 20;
/** How the trail calls who operates the system. */
const OPERATOR = 'operator';
const UNIQUE_VIOLATION = '23505';

/** What the trail is to say of what the operator does. */
export type OperatorsAct = Pick<Act, 'act' | 'told'>;

/** What only the system's operator may do, under her role; a connection is there only while it is needed. */
export class OperatorCoops extends CoopsPort {
  /** Once there is a co-op there always is one: nobody has the database asked again. */
  private hasCoop = false;
  private readonly turnstile = new Turnstile(1, WAITING_MAX);

  constructor(
    /** A connection string of the operator role. */
    private readonly url: string,
    private readonly clock: Clock,
  ) {
    super();
  }

  async register({ coop, user }: Founding, setupCode?: string): Promise<CoopId> {
    const id = newCoopId();
    try {
      await this.inTransaction(id, async (tx) => {
        if (setupCode !== undefined) await this.useUp(tx, setupCode);
        for (const { code: other } of await tx.query<{ code: string }>(coopCodes))
          if (nameKey(other) !== nameKey(coop.code) && lookOf(other) === lookOf(coop.code))
            throw new Refusal('looks-alike', '/coop/code', { code: coop.code, other });
        await tx.insert(CoopEntity, [{ ...coop, places: placesOf(coop.currency) }]);
        const first = userRow(
          { ...user, roles: FIRST_ROLES, member: null, choosing: false, active: true },
          user.name,
          tx.now,
        );
        await tx.insert(UserEntity, [first]);
        const told = JSON.stringify({ coop, user: { name: user.name, roles: FIRST_ROLES } });
        await appendTrail(tx, OPERATOR, { act: 'coops.make', subject: coop.code, told, source: '' });
        tx.publish(coopRegistered, coopAggregate(coop), FIRST_SEQ, coopData(coop));
        tx.publish(userChanged, userAggregate(first), first.version, userData(first));
      });
    } catch (error) {
      if (!isTaken(error)) throw error;
      throw new Refusal('code-taken', '/coop/code', { code: coop.code });
    }
    return id;
  }

  /**
   * A one-time code, fresh or the one of `secret`; others that were not used hold no longer.
   * @returns null where there is a co-op already, unless the operator asks for it (`evenSo`)
   */
  async issueSetupCode(evenSo: boolean, secret?: string): Promise<string | null> {
    const code = secret === undefined ? newSetupCode() : setupCodeOf(secret);
    const digest = setupCodeDigest(code);
    // codes belong to no co-op; the transaction needs one all the same
    return this.inTransaction(newCoopId(), async (tx) => {
      const { found } = await tx.one<{ found: boolean }>(anyCoop);
      if (found && !evenSo) return null;
      await tx.query(withdrawCodes, [digest]);
      await tx.query(issueCode, [digest, tx.now.toISOString()]);
      return code;
    });
  }

  /**
   * @param who what failed is counted by, of that user
   * @returns of how many addresses what failed was forgotten
   * @throws Refusal `not-found` where there is no such co-op, or no such user in it
   */
  async liftBrake({ coop, user, who }: { coop: string; user: string; who: Buffer }): Promise<number> {
    return this.inTransaction(await this.idOf(coop), async (tx) => {
      if ((await tx.query(userNamed, [[user]])).length === 0) throw notFound('user', user);
      return (await tx.query(lift, [who])).length;
    });
  }

  /**
   * Works on a user of a co-op, whose code is told in whatever case, and says so in its trail.
   * @param work tells whom it was about, as her name is spelled
   * @throws Refusal `not-found` where no co-op has that code
   */
  async inCoop(
    code: string,
    act: OperatorsAct,
    work: (tx: Transaction, database: Database) => Promise<string>,
  ): Promise<void> {
    await this.inTransaction(await this.idOf(code), async (tx, database) => {
      const subject = await work(tx, database);
      await appendTrail(tx, OPERATOR, { ...act, subject, source: '' });
    });
  }

  async isNew(): Promise<boolean> {
    if (!this.hasCoop)
      this.hasCoop = await this.inTransaction(
        newCoopId(),
        async (tx) => (await tx.one<{ found: boolean }>(anyCoop)).found,
      );
    return !this.hasCoop;
  }

  async refuseWrongCode(setupCode: string): Promise<void> {
    // codes belong to no co-op; the transaction needs one all the same
    await this.inTransaction(newCoopId(), (tx) => this.checked(tx, setupCode));
  }

  /** The co-op that has a code, told in whatever case. @throws Refusal `not-found` */
  private async idOf(code: string): Promise<CoopId> {
    const coops = await this.inTransaction(newCoopId(), (tx) => tx.query<{ id: string; code: string }>(coopCodes));
    const found =
      coops.find((coop) => coop.code === code) ?? coops.find((coop) => nameKey(coop.code) === nameKey(code));
    if (!found) throw notFound('coop', code);
    return parseCoopId(found.id);
  }

  private async useUp(tx: Transaction, code: string): Promise<void> {
    await tx.query(useCode, [await this.checked(tx, code), tx.now.toISOString()]);
  }

  private async checked(tx: Transaction, code: string): Promise<Buffer> {
    const sought = setupCodeDigest(code);
    const open = await tx.query<{ digest: Buffer }>(openCodes);
    if (!open.some(({ digest }) => timingSafeEqual(digest, sought))) throw new Refusal('bad-setup-code', '/setupCode');
    return sought;
  }

  private inTransaction<Result>(
    coop: CoopId,
    work: (tx: Transaction, database: Database) => Promise<Result>,
  ): Promise<Result> {
    return this.turnstile.pass(async () => {
      const source = await new DataSource({
        type: 'postgres',
        url: this.url,
        entities: [CoopEntity, UserEntity, OutboxEntity],
        applicationName: 'ayni members operator',
        poolSize: 1,
        extra: connectionOptions,
      }).initialize();
      try {
        const database = new Database(source, () => this.clock.now(), outbox);
        return await database.transaction(coop, newCommandId(), { lock: 'none' }, (tx) => work(tx, database));
      } finally {
        await source.destroy();
      }
    });
  }
}

const isTaken = (error: unknown): boolean =>
  fieldOf(error, 'code') === UNIQUE_VIOLATION &&
  ['coops_code_key', 'coops_by_name_key'].includes(String(fieldOf(error, 'constraint')));
