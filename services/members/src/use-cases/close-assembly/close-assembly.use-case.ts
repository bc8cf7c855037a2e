import type { Transaction } from '@ayni/database/transaction';
import { found, Refusal, type Instant } from '@ayni/kernel';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import { refuseOther } from '../../domain/assembly.js';

/** Closes an assembly: its reports were heard, what was not voted on is left, and nothing of it changes any more. */
export class CloseAssembly {
  constructor(private readonly assemblies: AssembliesPort) {}

  /** @throws Refusal `wrong-state`, `still-voting` */
  async run(tx: Transaction, code: string, by: string): Promise<{ readonly code: string }> {
    const assembly = found(await this.assemblies.hold(tx, code), 'assembly', code);
    refuseOther(assembly.state, 'open');
    const items = await this.assemblies.items(tx, code);
    const voting = items.find(({ state }) => state === 'voting');
    if (voting) throw new Refusal('still-voting', '', { item: String(voting.number) });
    for (const { number, kind } of items.filter(({ state }) => state === 'waiting')) {
      const state = kind === 'report' ? 'heard' : 'left';
      await this.assemblies.settle(tx, code, number, { state, tally: null, resolution: null }, by);
    }
    await this.assemblies.close(tx, code, tx.now.toISOString() as Instant, by);
    return { code };
  }
}
