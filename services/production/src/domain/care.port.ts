import type { Transaction } from '@ayni/database/transaction';
import type { Care } from './care.js';
import type { Labour } from './labour.js';

/** Who entered a care record, and a hash of what she sent. */
export type CareEntry = { readonly care: Labour; readonly digest: string; readonly by: string };

/** The care records of a co-op. */
export abstract class CarePort {
  /** Adds records; the same ones again change nothing. @throws Refusal `code-taken` */
  abstract add(tx: Transaction, entries: readonly CareEntry[]): Promise<{ recorded: number; unchanged: number }>;
  abstract find(tx: Transaction, code: string): Promise<Care | undefined>;
  /** @throws Refusal `already-reversed` */
  abstract reverse(tx: Transaction, care: Care, reason: string, by: string): Promise<void>;
}
