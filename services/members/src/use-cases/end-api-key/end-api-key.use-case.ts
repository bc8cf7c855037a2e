import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { ApiKeysPort } from '../../domain/api-keys.port.js';

/** Ends a program's key: it opens nothing any more, anywhere. */
export class EndApiKey {
  constructor(private readonly keys: ApiKeysPort) {}

  /** @throws Refusal `not-found` where there is none of that name that was not ended */
  async run(tx: Transaction, asked: string, by: string): Promise<{ key: { name: string } }> {
    return { key: { name: found(await this.keys.end(tx, asked, by), 'key', asked) } };
  }
}
