import type { Transaction } from '@ayni/database/transaction';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import type { AssemblyRules } from '../../domain/assembly-rules.js';

/** How the co-op holds its assemblies now. */
export class ShowAssemblyRules {
  constructor(private readonly assemblies: AssembliesPort) {}

  run(tx: Transaction): Promise<AssemblyRules> {
    return this.assemblies.rules(tx);
  }
}
