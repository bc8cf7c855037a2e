import { Refusal } from '@ayni/kernel';
import type { Database } from '@ayni/database/database';
import type { PaperChecksPort } from '../../domain/papers/paper-checks.port.js';
import { checkPaper, type CheckedPaper } from './check-paper.query.js';

/** Tells who has a paper, and nobody has to sign in for it, what the books say of it. */
export class CheckPaper {
  constructor(
    private readonly checks: PaperChecksPort,
    private readonly database: Database,
  ) {}

  /** @throws Refusal `unknown-paper` */
  async run(coop: string, code: string): Promise<CheckedPaper> {
    const id = await this.checks.coopOf(coop);
    if (!id) throw new Refusal('unknown-paper', '', { coop });
    return this.database.read(id, (tx) => checkPaper(tx, coop, code));
  }
}
