import type { Transaction } from '@ayni/database/transaction';
import { found, Refusal } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import { itemOf, refuseOther } from '../../domain/assembly.js';
import type { Ballot } from '../../domain/ballot.js';
import { checkCovers, type Covered } from '../../domain/resolution.js';

/** Opens the vote on an item. */
export class PutToVote {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly assemblies: AssembliesPort,
  ) {}

  /**
   * @param covers what the motion decides in the system, where that was not known when the assembly was called
   * @throws Refusal `wrong-state`, `not-voted-on`
   */
  async run(
    tx: Transaction,
    at: { readonly assembly: string; readonly item: number },
    { ballot, covers }: { readonly ballot: Ballot; readonly covers: readonly Covered[] | null },
  ): Promise<{ readonly item: number; readonly ballot: Ballot }> {
    const assembly = found(await this.assemblies.hold(tx, at.assembly), 'assembly', at.assembly);
    refuseOther(assembly.state, 'open');
    const item = itemOf(await this.assemblies.items(tx, at.assembly), at.item);
    if (item.kind === 'report') throw new Refusal('not-voted-on');
    refuseOther(item.state, 'waiting');
    if (covers) checkCovers({ covers }, (await this.coops.get(tx)).places, '');
    await this.assemblies.putToVote(tx, at.assembly, at.item, ballot, covers ?? item.covers);
    return { item: at.item, ballot };
  }
}
