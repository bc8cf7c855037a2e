import type { Transaction } from '@ayni/database/transaction';
import { found, Refusal } from '@ayni/kernel';
import type { AssembliesPort, Writer } from '../../domain/assemblies.port.js';
import { itemOf, refuseOther } from '../../domain/assembly.js';
import type { Tally } from '../../domain/assembly-rules.js';
import { refuseTooManyCounted } from '../../domain/ballot.js';

/** Enters what a teller counted in a secret ballot; two of them have to find the same. */
export class CountBallot {
  constructor(private readonly assemblies: AssembliesPort) {}

  /** @throws Refusal `wrong-state`, `other-ballot`, `not-present`, `more-votes-than-present` */
  async run(
    tx: Transaction,
    at: { readonly assembly: string; readonly item: number },
    tally: Tally,
    by: Writer & { readonly isOfficer: boolean },
  ): Promise<{ readonly item: number }> {
    const assembly = found(await this.assemblies.hold(tx, at.assembly), 'assembly', at.assembly);
    refuseOther(assembly.state, 'open');
    const item = itemOf(await this.assemblies.items(tx, at.assembly), at.item);
    refuseOther(item.state, 'voting');
    if (item.ballot !== 'secret') throw new Refusal('other-ballot');
    if (!by.isOfficer) {
      const present = await this.assemblies.presentOf(tx, at.assembly, by.member === null ? [] : [by.member]);
      if (present.size === 0) throw new Refusal('not-present', '', { member: by.member ?? by.user });
    }
    refuseTooManyCounted(tally, (await this.assemblies.attendance(tx, assembly)).present);
    await this.assemblies.count(tx, at.assembly, at.item, tally, by);
    return { item: at.item };
  }
}
