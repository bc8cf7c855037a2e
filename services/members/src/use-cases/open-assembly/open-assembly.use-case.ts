import type { Transaction } from '@ayni/database/transaction';
import { clockIn, dayIn, found, Refusal, type Instant } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import { checkQuorum, refuseOther } from '../../domain/assembly.js';
import type { Quorum } from '../../domain/assembly-rules.js';

type Opened = Quorum & { readonly code: string; readonly members: number; readonly present: number };

/** Opens an assembly, where enough members are there. */
export class OpenAssembly {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly assemblies: AssembliesPort,
  ) {}

  /**
   * @param openedAt when it was opened, where that is entered later; now where left out
   * @throws Refusal `wrong-state`, `assembly-other-day`, `no-quorum`, `day-in-future`
   */
  async run(tx: Transaction, code: string, openedAt: Instant | null, by: string): Promise<Opened> {
    const { timezone } = await this.coops.get(tx);
    const assembly = found(await this.assemblies.hold(tx, code), 'assembly', code);
    refuseOther(assembly.state, 'called');
    const now = tx.now.toISOString() as Instant;
    const at = openedAt ?? now;
    const openedOn = dayIn(timezone, at);
    if (at > now) throw new Refusal('day-in-future', '/openedAt', { day: openedOn });
    const counted = await this.assemblies.attendance(tx, assembly);
    const hour = clockIn(timezone, assembly.startsAt).toISOString().slice(11, 16);
    const quorum = checkQuorum(assembly, { openedAt: at, openedOn, hour }, counted);
    await this.assemblies.open(tx, code, { ...quorum, ...counted, openedAt: at }, by);
    return { code, ...quorum, ...counted };
  }
}
