import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Principal } from '@ayni/http/auth/principal';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { refusePayoutUnless, type Payout, type PayoutLine } from '../../domain/payouts/payout.js';
import type { PayoutsPort } from '../../domain/payouts/payouts.port.js';
import { refuseUnless } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import { claimsOf } from '../claim-shares/claims.query.js';
import { isSecondPerson } from '../second-person/second-person.js';

/** Confirms a planned payout, by another person than who planned it: from then on households can be paid. */
export class ConfirmPayout {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly runs: RunsPort,
    private readonly payouts: PayoutsPort,
  ) {}

  async run(
    tx: Transaction,
    code: string,
    by: Pick<Principal, 'user' | 'member'>,
  ): Promise<{ payout: { code: string; state: 'confirmed' } }> {
    const payout = found(await this.payouts.find(tx, code), 'payout', code);
    refusePayoutUnless(payout, '', 'planned');
    if (!(await isSecondPerson(tx, [payout.plannedBy], by)))
      throw new Refusal('second-person-needed', '', { person: payout.plannedBy });
    refuseUnless(found(await this.runs.head(tx, payout.run), 'run', payout.run), 'approved');
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const lines = await this.payouts.lines(tx, payout.code);
    await refuseOutdated(tx, payout, lines);
    const day = await this.coops.today(tx);
    await this.payouts.confirm(tx, payout, lines, by.user, { day, places: coop.places });
    return { payout: { code: payout.code, state: 'confirmed' } };
  }
}

/** @throws Refusal `payout-outdated` where a household is owed less by now */
async function refuseOutdated(tx: Transaction, payout: Payout, lines: readonly PayoutLine[]): Promise<void> {
  const claims = await claimsOf(tx, payout.run);
  const owed = new Map(claims.map((claim) => [claim.household, claim.owed]));
  const changed = lines.find(({ household, amount }) => amount > (owed.get(household) ?? 0n));
  if (changed) throw new Refusal('payout-outdated', '', { payout: payout.code, household: changed.household });
}
