import type { Transaction } from '@ayni/database/transaction';
import type { ToldThings, UnfinishedPort } from '../../domain/seasons/unfinished.port.js';

/** Keeps what services tell of what is unfinished in their books of seasons. */
export class KeepUnfinished {
  constructor(private readonly unfinished: UnfinishedPort) {}

  run(tx: Transaction, told: readonly ToldThings[]): Promise<void> {
    return this.unfinished.keep(tx, told);
  }
}
