import { userChanged } from '@ayni/contracts';
import { parseCoopId } from '@ayni/kernel';
import { ask } from '@ayni/database/ask';
import type { Database } from '@ayni/database/database';
import { newCoopId } from '@ayni/database/new-id';
import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows, refuseTaken } from '@ayni/facts/record';
import type { Account, NamedUser, User, UserDraft } from '../domain/user.js';
import { OFFICES } from '../domain/officer.js';
import { UsersPort } from '../domain/users.port.js';
import { userAggregate, userData, type TellableUser } from '../publishing/user-events.js';
import { UserEntity } from './user.entity.js';
import { namedRow, userRow } from './user-row.js';

const lockUsers = statement(
  'lock user and presidents',
  `SELECT name, roles, member, active, choosing, version FROM users
   WHERE coop_id = current_setting('app.coop')::uuid AND (name = $1 OR (active AND roles ? 'president'))
   ORDER BY name FOR UPDATE`,
);

const update = statement(
  'update user',
  `UPDATE users SET roles = $2::jsonb, active = $3, version = $4, password_hash = COALESCE($5, password_hash),
     member = $6, choosing = $7, told = true
   WHERE coop_id = current_setting('app.coop')::uuid AND name = $1`,
);

const readNames = statement(
  'read user names',
  `SELECT name FROM users WHERE coop_id = current_setting('app.coop')::uuid`,
);

const countOfficers = statement(
  'count officers',
  `SELECT count(DISTINCT COALESCE(member, '/' || name))::int AS count FROM users
   WHERE coop_id = current_setting('app.coop')::uuid AND active AND NOT choosing AND roles ?| $1`,
);

const readHash = statement(
  'read password hash',
  `SELECT password_hash AS hash FROM users WHERE coop_id = current_setting('app.coop')::uuid AND name = $1`,
);

const coopByCode = statement('co-op by code', 'SELECT coop_by_code($1) AS coop');

const readAccount = statement(
  'read account',
  `SELECT name, roles, member, active, choosing, version, password_hash AS "passwordHash" FROM users
   WHERE coop_id = current_setting('app.coop')::uuid AND name = $1`,
);

const countRefused = statement(
  'count refused sign-in',
  `INSERT INTO refused_sign_ins AS r (coop_id, minute, user_name, source, count)
   SELECT own.coop_id, date_trunc('minute', $3::timestamptz),
     COALESCE((SELECT name FROM users u WHERE u.coop_id = own.coop_id AND u.name = $1), ''), $2, 1
   FROM (SELECT current_setting('app.coop')::uuid AS coop_id) own
   ON CONFLICT (coop_id, minute, user_name, source) DO UPDATE SET count = r.count + 1`,
);

/** Long enough to find out who tried what. */
const forgetRefused = statement(
  'forget refused sign-ins',
  `DELETE FROM refused_sign_ins
   WHERE coop_id = current_setting('app.coop')::uuid AND minute < $1::timestamptz - interval '180 days'`,
);

const takeUntold = statement(
  'take untold users',
  `UPDATE users SET told = true WHERE coop_id = current_setting('app.coop')::uuid AND NOT told
   RETURNING name, roles, member, active, choosing, version`,
);

/** By what one who is named again is the same. */
const IDENTITY = { key: 'name', says: ['roles', 'member'] } as const;

const tell = (tx: Transaction, user: TellableUser): void =>
  tx.publish(userChanged, userAggregate(user), user.version, userData(user));

/** Who was there before the others were told of users. */
async function tellOfOthers(tx: Transaction): Promise<void> {
  for (const user of await tx.query<User>(takeUntold)) tell(tx, user);
}

/** Users in PostgreSQL; what changes goes to the outbox in the same transaction. */
export class PostgresUsers extends UsersPort {
  constructor(private readonly database: Database) {
    super();
  }

  async add(
    tx: Transaction,
    users: readonly UserDraft[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const rows = users.map((user) => userRow(user, by, tx.now));
    const { fresh, unchanged } = await recordRows(tx, UserEntity, rows, IDENTITY);
    for (const user of fresh) tell(tx, user);
    await tellOfOthers(tx);
    return { recorded: fresh.length, unchanged };
  }

  refuseTaken(tx: Transaction, users: readonly NamedUser[]): Promise<void> {
    return refuseTaken(tx, UserEntity, users.map(namedRow), IDENTITY);
  }

  async officers(tx: Transaction): Promise<number> {
    return (await tx.one<{ count: number }>(countOfficers, [[...OFFICES]])).count;
  }

  async names(tx: Transaction): Promise<readonly string[]> {
    return (await tx.query<{ name: string }>(readNames)).map(({ name }) => name);
  }

  async lock(tx: Transaction, asked: string): Promise<{ user: User; otherPresidents: readonly string[] } | undefined> {
    const name = await spelledOne(tx, NAMES.user, asked);
    const locked = await tx.query<User>(lockUsers, [name]);
    const user = locked.find((row) => row.name === name);
    return user && { user, otherPresidents: locked.map((row) => row.name).filter((other) => other !== name) };
  }

  async find(tx: Transaction, name: string): Promise<Account | undefined> {
    const spelled = await spelledOne(tx, NAMES.user, name);
    const [account] = await tx.query<Omit<Account, 'coop'>>(readAccount, [spelled]);
    return account && { ...account, coop: tx.coop };
  }

  async passwordHash(tx: Transaction, name: string): Promise<string | undefined> {
    const [row] = await tx.query<{ hash: string }>(readHash, [name]);
    return row?.hash;
  }

  async change(tx: Transaction, user: User, passwordHash: string | null): Promise<void> {
    const { name, roles, active, version, member, choosing } = user;
    await tx.query(update, [name, JSON.stringify(roles), active, version, passwordHash, member, choosing]);
    tell(tx, user);
    await tellOfOthers(tx);
  }

  countRefused(coopCode: string, name: string, source: string): Promise<void> {
    return this.database.acrossCoops(async (enter, client) => {
      const [row] = await ask<{ coop: string | null }>(client, coopByCode, [coopCode]);
      const found = row?.coop;
      if (!found) return;
      const tx = enter(parseCoopId(found));
      const now = tx.now.toISOString();
      await tx.query(countRefused, [name, source, now]);
      await tx.query(forgetRefused, [now]);
    });
  }

  account(coopCode: string, name: string): Promise<Account | undefined> {
    return this.database.acrossCoops(async (enter, client) => {
      const [row] = await ask<{ coop: string | null }>(client, coopByCode, [coopCode]);
      const found = row?.coop;
      // an unknown co-op is asked for the user just the same, so that it takes no less time
      const coop = found ? parseCoopId(found) : newCoopId();
      return this.find(enter(coop), name);
    });
  }
}
