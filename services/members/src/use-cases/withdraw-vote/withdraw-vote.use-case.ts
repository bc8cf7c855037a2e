import type { Transaction } from '@ayni/database/transaction';
import { found } from '@ayni/kernel';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import { itemOf, refuseOther } from '../../domain/assembly.js';

/** Takes back a vote that an assistant wrote down wrongly, while the item is voted on; what a member gave herself stays. */
export class WithdrawVote {
  constructor(private readonly assemblies: AssembliesPort) {}

  /** @throws Refusal `wrong-state`, `not-found` */
  async run(
    tx: Transaction,
    at: { readonly assembly: string; readonly item: number; readonly member: string },
    reason: string,
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
