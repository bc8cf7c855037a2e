import { accessEnded } from '@ayni/contracts';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { uuidv7 } from 'uuidv7';
import { cookieText, rotate, UNUSED_DAYS_MAX, type Device, type DeviceCookie } from '../domain/device.js';
import { DevicesPort } from '../domain/devices.port.js';
import { accessAggregate, accessEndedData } from '../publishing/access-events.js';
import { newSecret, secretDigest } from './secret.js';

const OWN_COOP = `coop_id = current_setting('app.coop')::uuid`;

const open = statement(
  'open device',
  `INSERT INTO devices (coop_id, id, user_name, label, family, given, shown_at, used_at, made_at)
   VALUES (current_setting('app.coop')::uuid, $1, $2, $3, $4, ARRAY[$5], $6, $6, $6)`,
);
const lock = statement(
  'lock device',
  `SELECT id, user_name AS user, used_at AS "usedAt", shown, shown_at AS "shownAt", given FROM devices
   WHERE ${OWN_COOP} AND family = $1 FOR UPDATE`,
);
const renew = statement(
  'renew device',
  `UPDATE devices SET shown = $2, shown_at = $3, given = $4, used_at = $5, waiting = COALESCE($6, waiting)
   WHERE ${OWN_COOP} AND id = $1`,
);
const end = statement(
  'end device',
  `DELETE FROM devices WHERE ${OWN_COOP} AND user_name = $1 AND id = $2 RETURNING id`,
);
const userOf = statement('user of device', `SELECT user_name AS user FROM devices WHERE ${OWN_COOP} AND id = $1`);
const endAll = statement('end devices', `DELETE FROM devices WHERE ${OWN_COOP} AND user_name = $1 RETURNING id`);
// no token of theirs holds any more, so that there is nothing to tell
const sweep = statement(
  'sweep devices',
  `DELETE FROM devices WHERE ${OWN_COOP} AND used_at < $1::timestamptz - interval '${UNUSED_DAYS_MAX} days'`,
);

type Row = {
  readonly id: string;
  readonly user: string;
  readonly usedAt: string;
  readonly shown: string | null;
  readonly shownAt: string;
  readonly given: readonly string[];
};

/** Devices in PostgreSQL; of what they show, digests alone. */
export class PostgresDevices extends DevicesPort {
  async open(tx: Transaction, user: string, label: string): Promise<{ id: string; cookie: string }> {
    const cookie = { coop: tx.coop, family: newSecret(16), value: newSecret(32) };
    const id = uuidv7();
    await tx.query(sweep, [tx.now.toISOString()]);
    const digests = [secretDigest(cookie.family), secretDigest(cookie.value)];
    await tx.query(open, [id, user, label, ...digests, tx.now.toISOString()]);
    return { id, cookie: cookieText(cookie) };
  }

  async lock(tx: Transaction, { family }: DeviceCookie): Promise<Device | undefined> {
    const [row] = await tx.query<Row>(lock, [secretDigest(family)]);
    if (!row) return undefined;
    const { id, user, usedAt, shown, shownAt, given } = row;
    return { id, user, usedAt: new Date(usedAt), rotation: { shown, shownAt: new Date(shownAt), given } };
  }

  async renew(
    tx: Transaction,
    { id, rotation }: Device,
    cookie: DeviceCookie,
    waiting: number | undefined,
  ): Promise<string | undefined> {
    const value = newSecret(32);
    const rotated = rotate(rotation, secretDigest(cookie.value), secretDigest(value), tx.now);
    if (!rotated) return undefined;
    const { shown, shownAt, given } = rotated;
    await tx.query(renew, [id, shown, shownAt.toISOString(), given, tx.now.toISOString(), waiting ?? null]);
    return cookieText({ ...cookie, value });
  }

  async end(tx: Transaction, user: string, id: string): Promise<boolean> {
    return tell(tx, user, await tx.query<Ended>(end, [user, id])) > 0;
  }

  async userOf(tx: Transaction, id: string): Promise<string | undefined> {
    const [row] = await tx.query<{ user: string }>(userOf, [id]);
    return row?.user;
  }

  async endAll(tx: Transaction, user: string): Promise<void> {
    tell(tx, user, await tx.query<Ended>(endAll, [user]));
  }
}

type Ended = { readonly id: string };

function tell(tx: Transaction, user: string, ended: readonly Ended[]): number {
  for (const { id } of ended) tx.publish(accessEnded, accessAggregate(id), FIRST_SEQ, accessEndedData(id, user));
  return ended.length;
}
