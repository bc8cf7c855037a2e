import type { Transaction } from '@ayni/database/transaction';
import { found, nameKey, Refusal } from '@ayni/kernel';
import type { AssembliesPort } from '../../domain/assemblies.port.js';

/** Whether a member is there. */
export type Tick = { readonly member: string; readonly present: boolean };

type Ticked = { readonly recorded: number; readonly unchanged: number };

/** Ticks off who is there, one by one or from a list on paper; whoever has voted was there. */
export class TickAttendance {
  constructor(private readonly assemblies: AssembliesPort) {}

  /** @throws Refusal `wrong-state`, `duplicate-code`, `not-member-that-day`, `has-voted` */
  async run(tx: Transaction, code: string, ticks: readonly Tick[], by: string): Promise<Ticked> {
    const assembly = found(await this.assemblies.hold(tx, code), 'assembly', code);
    if (assembly.state !== 'called' && assembly.state !== 'open')
      throw new Refusal('wrong-state', '', { state: assembly.state, expected: 'open' });
    const spelled = await this.assemblies.membersOn(
      tx,
      assembly.day,
      ticks.map(({ member }) => member),
    );
    const present = new Map<string, boolean>();
    ticks.forEach((tick, i) => {
      const pointer = `/rows/${i}/member`;
      const member = spelled.get(nameKey(tick.member));
      if (member === undefined)
        throw new Refusal('not-member-that-day', pointer, { member: tick.member, day: assembly.day });
      if (present.has(member)) throw new Refusal('duplicate-code', pointer, { code: member });
      present.set(member, tick.present);
    });
    const gone = [...present].filter(([, isThere]) => !isThere).map(([member]) => member);
    const voters = await this.assemblies.votersOf(tx, code, gone);
    ticks.forEach((tick, i) => {
      const member = spelled.get(nameKey(tick.member)) ?? tick.member;
      if (!tick.present && voters.has(member)) throw new Refusal('has-voted', `/rows/${i}/member`, { member });
    });
    const recorded = await this.assemblies.tick(tx, code, present, by);
    return { recorded, unchanged: ticks.length - recorded };
  }
}
