import type { Transaction } from '@ayni/database/transaction';
import { found, nameKey, Refusal } from '@ayni/kernel';
import type { AssembliesPort, Writer } from '../../domain/assemblies.port.js';
import { itemOf, refuseOther } from '../../domain/assembly.js';
import type { Vote } from '../../domain/ballot.js';

type Voted = { readonly recorded: number; readonly unchanged: number };

/** Takes the votes of members who are there, of each once; the same vote again changes nothing. */
export class TakeVotes {
  constructor(private readonly assemblies: AssembliesPort) {}

  /**
   * @param pointer the place of a vote's field in the request
   * @throws Refusal `wrong-state`, `other-ballot`, `not-present`, `already-voted`, `duplicate-code`
   */
  async run(
    tx: Transaction,
    at: { readonly assembly: string; readonly item: number },
    votes: readonly Vote[],
    by: Writer,
    pointer: (i: number, field: keyof Vote) => string,
  ): Promise<Voted> {
    const assembly = found(await this.assemblies.share(tx, at.assembly), 'assembly', at.assembly);
    refuseOther(assembly.state, 'open');
    const item = itemOf(await this.assemblies.items(tx, at.assembly), at.item);
    refuseOther(item.state, 'voting');
    if (item.ballot !== 'open') throw new Refusal('other-ballot');
    const asked = votes.map(({ member }) => member);
    const spelled = await this.assemblies.membersOn(tx, assembly.day, asked);
    const present = await this.assemblies.presentOf(tx, at.assembly, [...spelled.values()]);
    const known = new Map<string, number>();
    const taken = votes.map(({ member: asked, choice }, i) => {
      const member = spelled.get(nameKey(asked));
      if (member === undefined || !present.has(member))
        throw new Refusal('not-present', pointer(i, 'member'), { member: asked });
      if (known.has(member)) throw new Refusal('duplicate-code', pointer(i, 'member'), { code: member });
      known.set(member, i);
      return { member, choice };
    });
    const { recorded, earlier } = await this.assemblies.vote(tx, at.assembly, at.item, taken, by);
    for (const { member, choice } of earlier) {
      const i = known.get(member) ?? 0;
      if (taken[i]?.choice !== choice) throw new Refusal('already-voted', pointer(i, 'choice'), { member });
    }
    return { recorded, unchanged: votes.length - recorded };
  }
}
