import type { Transaction } from '@ayni/database/transaction';
import { found } from '@ayni/kernel';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import { itemOf, refuseOther } from '../../domain/assembly.js';

/**
 * Takes back a vote while the item is voted on: its member takes back whatever counts for her, others only what somebody
 * wrote down for her.
 */
export class WithdrawVote {
  constructor(private readonly assemblies: AssembliesPort) {}

  /**
   * @param reason why somebody else takes it back; null where its member does
   * @throws Refusal `wrong-state`, `not-found`
   */
  async run(
    tx: Transaction,
    at: { readonly assembly: string; readonly item: number; readonly member: string },
    reason: string | null,
    by: string,
  ): Promise<{ readonly member: string }> {
    const assembly = found(await this.assemblies.hold(tx, at.assembly), 'assembly', at.assembly);
    refuseOther(assembly.state, 'open');
    refuseOther(itemOf(await this.assemblies.items(tx, at.assembly), at.item).state, 'voting');
    const withdrawn = await this.assemblies.withdrawVote(tx, at.assembly, at.item, at.member, reason, by);
    found(withdrawn || undefined, 'vote', at.member);
    return { member: at.member };
  }
}
