import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refusePayoutUnless } from '../../domain/payouts/payout.js';
import type { PayoutsPort } from '../../domain/payouts/payouts.port.js';

/** Withdraws a plan, or ends a confirmed payout with those who did not come: what is not paid stays owed. */
export class EndPayout {
  constructor(private readonly payouts: PayoutsPort) {}

  async run(
    tx: Transaction,
    code: string,
    reason: string,
    by: string,
  ): Promise<{ payout: { code: string; state: 'withdrawn' | 'ended' } }> {
    const payout = found(await this.payouts.find(tx, code), 'payout', code);
    refusePayoutUnless(payout, '', 'planned', 'confirmed');
    return { payout: { code: payout.code, state: await this.payouts.end(tx, payout, by, reason) } };
  }
}
