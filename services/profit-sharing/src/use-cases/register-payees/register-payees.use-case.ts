import { refuseAny, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Pays } from '../../domain/payouts/payee.js';
import type { PayeesPort } from '../../domain/payouts/payees.port.js';

/** How a family is paid, as it was sent. */
type SentPayee = { readonly code: string; readonly pays: string; readonly payee: string; readonly account: string };

/** Registers how families are paid. */
export class RegisterPayees {
  constructor(private readonly payees: PayeesPort) {}

  /** @throws Refusal `unknown-reference` for a household that is not there */
  async run(
    tx: Transaction,
    payees: readonly (SentPayee & { readonly pays: Pays })[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const known = await this.payees.householdsAmong(
      tx,
      payees.map(({ code }) => code),
    );
    refuseAny(
      payees.flatMap(({ code }, i) =>
        known.has(code) ? [] : [new Refusal('unknown-reference', `/rows/${i}/code`, { what: 'household', code })],
      ),
    );
    return this.payees.register(tx, payees, by);
  }
}
