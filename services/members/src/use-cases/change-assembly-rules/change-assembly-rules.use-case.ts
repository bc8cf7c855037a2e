import type { Transaction } from '@ayni/database/transaction';
import { Refusal } from '@ayni/kernel';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import { checkRules, type AssemblyRules } from '../../domain/assembly-rules.js';
import { isCarried } from '../../domain/resolution.js';
import type { ResolutionsPort } from '../../domain/resolutions.port.js';

/** Changes how the co-op holds its assemblies, from the next call on; what was called stays under the rules of its call. */
export class ChangeAssemblyRules {
  constructor(
    private readonly assemblies: AssembliesPort,
    private readonly resolutions: ResolutionsPort,
  ) {}

  /**
   * @param resolution by which they were adopted, where it is in the books
   * @throws Refusal `bad-field`, `unknown-reference`, `resolution-not-carried`
   */
  async run(
    tx: Transaction,
    rules: AssemblyRules,
    resolution: string | null,
    by: string,
  ): Promise<{ readonly version: number }> {
    checkRules(rules);
    const number = resolution === null ? null : await this.carried(tx, resolution);
    return { version: await this.assemblies.changeRules(tx, rules, number, by) };
  }

  private async carried(tx: Transaction, asked: string): Promise<string> {
    const resolution = await this.resolutions.find(tx, asked);
    if (!resolution) throw new Refusal('unknown-reference', '/resolution', { what: 'resolution', code: asked });
    if (!isCarried(resolution)) throw new Refusal('resolution-not-carried', '/resolution', { number: asked });
    return resolution.number;
  }
}
