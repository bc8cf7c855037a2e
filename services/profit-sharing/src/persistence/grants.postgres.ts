import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { reverseFact } from '@ayni/facts/reverse';
import { standing } from '@ayni/http/listing';
import type { Grant } from '../domain/facts.js';
import { GrantsPort, type Added, type Recorded } from '../domain/money-facts.port.js';
import { factColumns, freshOf } from './fact-rows.js';
import { GrantEntity } from './money.entity.js';

const columns = `SELECT code, day, funder, purpose, amount, restricted FROM grants g`;

const readGrant = statement('read grant', `${columns} WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`);

const readStanding = statement(
  'read standing grants',
  `${columns} WHERE coop_id = current_setting('app.coop')::uuid AND code = ANY($1::text[]) AND ${standing('grant', 'g')}`,
);

/** Grants in PostgreSQL. */
export class PostgresGrants extends GrantsPort {
  async add(tx: Transaction, facts: readonly Recorded<Grant>[]): Promise<Added<Grant>> {
    const rows = facts.map((recorded) => ({ ...recorded.fact, ...factColumns(tx, recorded) }));
    const { fresh, unchanged } = await recordRows(tx, GrantEntity, rows, { key: 'code' });
    return { fresh: freshOf(facts, fresh), unchanged };
  }

  async find(tx: Transaction, code: string): Promise<Grant | undefined> {
    const [grant] = await tx.query<Grant>(readGrant, [code]);
    return grant;
  }

  async standing(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, Grant>> {
    if (codes.length === 0) return new Map();
    const grants = await tx.query<Grant>(readStanding, [codes]);
    return new Map(grants.map((grant) => [grant.code, grant]));
  }

  reverse(tx: Transaction, { code }: Grant, reason: string, by: string): Promise<void> {
    return reverseFact(tx, 'grant', { code, reason, by });
  }
}
