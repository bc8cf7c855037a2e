import type { Day, UnitBook } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Harvest } from './harvest.js';

/** What harvests are checked against, as the books stand under the co-op's lock. */
export type HarvestReferences = {
  readonly units: UnitBook;
  readonly structures: ReadonlySet<string>;
  /** A day of the harvests whose season no longer takes facts. */
  readonly shut: { readonly day: Day; readonly season: string } | null;
};

/** Who entered a harvest, and a hash of what she sent. */
export type HarvestEntry = { readonly harvest: Harvest; readonly digest: string; readonly by: string };

/** The harvests of a co-op. */
export abstract class HarvestsPort {
  abstract references(
    tx: Transaction,
    asked: { products: string[]; structures: string[]; days: Day[] },
  ): Promise<HarvestReferences>;
  /** Adds harvests and tells the others; the same ones again change nothing. @throws Refusal `code-taken` */
  abstract add(tx: Transaction, entries: readonly HarvestEntry[]): Promise<{ recorded: number; unchanged: number }>;
  abstract find(tx: Transaction, code: string): Promise<Harvest | undefined>;
  /** Takes a harvest back and tells the others. @throws Refusal `already-reversed` */
  abstract reverse(tx: Transaction, harvest: Harvest, reason: string, by: string): Promise<void>;
}
