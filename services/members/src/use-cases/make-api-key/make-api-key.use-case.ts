import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { checkKey, usualLastDay, type KeyDraft, type MadeKey } from '../../domain/api-key.js';
import type { ApiKeysPort } from '../../domain/api-keys.port.js';

/** A key as it is asked for; a year where nobody says how long it is good. */
export type KeyRequested = Omit<KeyDraft, 'expiresOn'> & { readonly expiresOn: Day | null };

/** Makes a key for a program. */
export class MakeApiKey {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly keys: ApiKeysPort,
  ) {}

  async run(tx: Transaction, { expiresOn, ...asked }: KeyRequested, by: string): Promise<MadeKey & KeyDraft> {
    const today = await this.coops.today(tx);
    const draft = { ...asked, expiresOn: expiresOn ?? usualLastDay(today) };
    checkKey(draft, today);
    return { ...draft, ...(await this.keys.make(tx, draft, by)) };
  }
}
