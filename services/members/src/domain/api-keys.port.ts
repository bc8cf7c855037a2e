import type { CoopId } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { ApiKey, KeyDraft, MadeKey } from './api-key.js';

/** The keys of a co-op's programs. */
export abstract class ApiKeysPort {
  /** @param by the president who makes it. @throws Refusal `code-taken` where there was one of that name */
  abstract make(tx: Transaction, draft: KeyDraft, by: string): Promise<MadeKey>;
  /** Ends one, however its name is written, and tells the others. @returns its name, where there is one that was not ended */
  abstract end(tx: Transaction, name: string, by: string): Promise<string | undefined>;
  /** The co-op of a key; nobody is signed in yet. */
  abstract coopOf(key: string): Promise<CoopId | undefined>;
  /** The key of that text, noting that it was used. */
  abstract use(tx: Transaction, key: string): Promise<ApiKey | undefined>;
}
