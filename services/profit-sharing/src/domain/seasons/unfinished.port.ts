import type { Transaction } from '@ayni/database/transaction';
import type { DayRange } from '@ayni/kernel';
import type { Thing } from './unfinished.js';

/** All that a service told last of what is unfinished in its books of a season. */
export type ToldThings = {
  readonly season: string;
  readonly service: string;
  readonly seq: number;
  readonly things: readonly Omit<Thing, 'service'>[];
};

/** What is unfinished of seasons: what the other services told, and what these books say themselves. */
export abstract class UnfinishedPort {
  abstract keep(tx: Transaction, told: readonly ToldThings[]): Promise<void>;
  abstract of(tx: Transaction, season: DayRange & { readonly code: string }): Promise<readonly Thing[]>;
}
