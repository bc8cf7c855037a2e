import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Registered } from './declaration.js';
import type { RegisteredStore } from './registered-store.js';
import { refuseStale } from './stale.js';

/** Corrects what is registered of one kind, retires it and brings it back. A kind adds what a correction is checked against. */
export abstract class CorrectRegistered<Row extends object> {
  protected constructor(
    protected readonly registered: RegisteredStore<Row>,
    private readonly coops: CoopDirectory,
  ) {}

  /** What a correction is checked against, beside its fields. */
  protected admit(_tx: Transaction, _code: string, _after: Registered<Row>, _before: Registered<Row>): Promise<void> {
    return Promise.resolve();
  }

  /**
   * @param version the one that the client read
   * @throws Refusal `not-found`, `stale-version`, `nothing-to-do`, `day-in-future` and those of the kind
   */
  async run(
    tx: Transaction,
    written: string,
    version: number,
    asked: object,
    by: string,
  ): Promise<{ code: string; version: number }> {
    const code = await this.registered.spelled(tx, written);
    const before = found(await this.registered.lock(tx, code), this.registered.declaration.kind, code);
    refuseStale(before, version);
    const after = this.registered.corrected(before, asked);
    if (after.retiredOn !== null) refuseFuture(await this.coops.get(tx), after.retiredOn, tx.now, '/retiredOn');
    await this.admit(tx, code, after, before);
    return { code, version: await this.registered.change(tx, code, before, after, by) };
  }
}
