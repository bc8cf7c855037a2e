import type { Transaction } from '@ayni/database/transaction';
import { found } from '@ayni/kernel';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import { refuseOther } from '../../domain/assembly.js';

/** Takes back the call of an assembly that was not opened: too few came, or it was called wrongly. */
export class CancelAssembly {
  constructor(private readonly assemblies: AssembliesPort) {}

  async run(tx: Transaction, code: string, reason: string, by: string): Promise<{ readonly code: string }> {
    const assembly = found(await this.assemblies.hold(tx, code), 'assembly', code);
    refuseOther(assembly.state, 'called');
    await this.assemblies.cancel(tx, code, reason, by);
    return { code };
  }
}
