import { parseCoopId, type CoopId } from '@ayni/kernel';
import { ask } from '@ayni/database/ask';
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
      const [row] = await ask<{ coop: string | null }>(client, coopByCode, [code]);
      return row?.coop ? parseCoopId(row.coop) : undefined;
    });
  }
}
