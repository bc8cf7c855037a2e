import { randomBytes } from 'node:crypto';
import { accessEnded } from '@ayni/contracts';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { ask } from '@ayni/database/ask';
import type { Database } from '@ayni/database/database';
import { spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { parseCoopId, Refusal, type CoopId } from '@ayni/kernel';
import { uuidv7 } from 'uuidv7';
import { programName, type ApiKey, type KeyDraft, type MadeKey } from '../domain/api-key.js';
import { ApiKeysPort } from '../domain/api-keys.port.js';
import { accessAggregate, accessEndedData } from '../publishing/access-events.js';
import { newSecret, secretDigest } from './secret.js';

const NAMES = { table: 'api_keys', column: 'name' };
const OWN_COOP = `coop_id = current_setting('app.coop')::uuid`;

const make = statement(
  'make key',
  `INSERT INTO api_keys (coop_id, id, name, prefix, digest, roles, scopes, expires_on, made_by, made_at)
   VALUES (current_setting('app.coop')::uuid, $1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9)
   ON CONFLICT DO NOTHING RETURNING id`,
);
const end = statement(
  'end key',
  `UPDATE api_keys SET ended_by = $2, ended_at = $3 WHERE ${OWN_COOP} AND name = $1 AND ended_at IS NULL RETURNING id`,
);
const use = statement(
  'use key',
  `UPDATE api_keys SET used_at = $2 WHERE ${OWN_COOP} AND digest = $1
   RETURNING id, name, roles, scopes, expires_on AS "expiresOn", ended_at IS NOT NULL AS ended`,
);
const coopByKey = statement('co-op by key', 'SELECT coop_by_key($1) AS coop');

/** Keys in PostgreSQL, as digests: 256 random bits are not guessed from a fast one. */
export class PostgresApiKeys extends ApiKeysPort {
  constructor(private readonly database: Database) {
    super();
  }

  async make(tx: Transaction, draft: KeyDraft, by: string): Promise<MadeKey> {
    const prefix = `ayni_${randomBytes(4).toString('hex')}`;
    const key = `${prefix}_${newSecret(32)}`;
    const { name, roles, scopes, expiresOn } = draft;
    const values = [
      uuidv7(),
      name,
      prefix,
      secretDigest(key),
      JSON.stringify(roles),
      JSON.stringify(scopes),
      expiresOn,
    ];
    const [made] = await tx.query(make, [...values, by, tx.now.toISOString()]);
    if (!made) throw new Refusal('code-taken', '/name', { code: name });
    return { key, prefix };
  }

  async end(tx: Transaction, asked: string, by: string): Promise<string | undefined> {
    const name = await spelledOne(tx, NAMES, asked);
    const [ended] = await tx.query<{ id: string }>(end, [name, by, tx.now.toISOString()]);
    if (!ended) return undefined;
    tx.publish(accessEnded, accessAggregate(ended.id), FIRST_SEQ, accessEndedData(ended.id, programName(name)));
    return name;
  }

  coopOf(key: string): Promise<CoopId | undefined> {
    return this.database.acrossCoops(async (_enter, client) => {
      const [row] = await ask<{ coop: string | null }>(client, coopByKey, [secretDigest(key)]);
      return row?.coop ? parseCoopId(row.coop) : undefined;
    });
  }

  async use(tx: Transaction, key: string): Promise<ApiKey | undefined> {
    const [row] = await tx.query<ApiKey>(use, [secretDigest(key), tx.now.toISOString()]);
    return row;
  }
}
