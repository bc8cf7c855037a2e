import type { Transaction } from '@ayni/database/transaction';
import { found } from '@ayni/kernel';
import { isSamePerson } from '@ayni/reference-data/users/known-users';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import { itemOf, refuseOther, type Assembly, type Item, type ItemState } from '../../domain/assembly.js';
import { carries, type Tally } from '../../domain/assembly-rules.js';
import { agreedTally, tallyOf, type Count } from '../../domain/ballot.js';
import type { ResolutionsPort } from '../../domain/resolutions.port.js';

/** How an item ended, and the number of the resolution where the motion was carried. */
export type Settled = Tally & { readonly item: number; readonly state: ItemState; readonly resolution: string | null };

const person = ({ teller, tellerMember }: Count): { name: string; member: string | null } => ({
  name: teller,
  member: tellerMember,
});

/** Ends the vote on an item. A motion that is carried becomes the next resolution of its year. */
export class SettleItem {
  constructor(
    private readonly assemblies: AssembliesPort,
    private readonly resolutions: ResolutionsPort,
  ) {}

  /** @throws Refusal `wrong-state`, `second-teller-needed`, `counts-differ` */
  async run(tx: Transaction, at: { readonly assembly: string; readonly item: number }, by: string): Promise<Settled> {
    const assembly = found(await this.assemblies.hold(tx, at.assembly), 'assembly', at.assembly);
    refuseOther(assembly.state, 'open');
    const item = itemOf(await this.assemblies.items(tx, at.assembly), at.item);
    refuseOther(item.state, 'voting');
    const tally = await this.tally(tx, at.assembly, item);
    const { present } = await this.assemblies.attendance(tx, assembly);
    const isCarried = carries(assembly.rules, item.kind, tally, present);
    const resolution = isCarried ? await this.adopt(tx, assembly, item, tally, by) : null;
    const state = isCarried ? 'carried' : 'rejected';
    await this.assemblies.settle(tx, at.assembly, at.item, { state, tally, resolution }, by);
    return { item: at.item, state, ...tally, resolution };
  }

  private async tally(tx: Transaction, assembly: string, { number, ballot }: Item): Promise<Tally> {
    if (ballot === 'open') return tallyOf(await this.assemblies.votes(tx, assembly, number));
    const counts = await this.assemblies.counts(tx, assembly, number);
    return agreedTally(counts, (one, other) => isSamePerson(person(one), person(other)));
  }

  private async adopt(tx: Transaction, { day }: Assembly, item: Item, tally: Tally, by: string): Promise<string> {
    const number = await this.assemblies.nextResolution(tx, day);
    const { subject, covers } = item;
    await this.resolutions.add(tx, [{ number, adoptedOn: day, subject, covers, ...tally }], by);
    return number;
  }
}
