import type { CoopId } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { isGood } from '../../domain/api-key.js';
import type { ApiKeysPort } from '../../domain/api-keys.port.js';
import type { Session } from '../../domain/session.js';
import type { TokensPort } from '../../domain/tokens.port.js';

/** Gives a program a token for its key, as a user gets one for her password. */
export class ExchangeKey {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly keys: ApiKeysPort,
    private readonly tokens: TokensPort,
  ) {}

  /** The co-op of a key, where there is one that was not ended. */
  coopOf(text: string): Promise<CoopId | undefined> {
    return this.keys.coopOf(text);
  }

  /** @returns nothing where the key is none, was ended, or is of days gone by */
  async run(tx: Transaction, text: string): Promise<Session | undefined> {
    const key = await this.keys.use(tx, text);
    if (!key || !isGood(key, await this.coops.today(tx))) return undefined;
    return this.tokens.signForKey(tx.coop, key, tx.now);
  }
}
