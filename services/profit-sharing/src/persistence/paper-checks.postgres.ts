import { parseCoopId, type CoopId } from '@ayni/kernel';
import type { Database } from '@ayni/database/database';
import { statement } from '@ayni/database/statement';
import { PaperChecksPort } from '../domain/papers/paper-checks.port.js';

const coopByCode = statement('co-op of a paper', 'SELECT coop_by_code($1) AS coop');

/** Co-ops by their codes, for who has a paper of one and does not sign in. */
export class PostgresPaperChecks extends PaperChecksPort {
  constructor(private readonly database: Database) {
    super();
  }

  coopOf(code: string): Promise<CoopId | undefined> {
    return this.database.acrossCoops(async (_enter, client) => {
      const { rows } = await client.query<{ coop: string | null }>({ ...coopByCode, values: [code] });
      const found = rows[0]?.coop;
      return found ? parseCoopId(found) : undefined;
    });
  }
}
