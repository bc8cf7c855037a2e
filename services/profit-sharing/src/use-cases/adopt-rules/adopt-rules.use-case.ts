import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseEarlier, type RuleSetVersion } from '../../domain/rules/own-rule-set.js';
import type { OwnRuleSetsPort } from '../../domain/rules/own-rule-sets.port.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { UseResolution } from '../use-resolution/use-resolution.js';

/** Has a version of the co-op's own rules hold from its first day on. */
export class AdoptRules {
  constructor(
    private readonly ruleSets: OwnRuleSetsPort,
    private readonly runs: RunsPort,
    private readonly useResolution: UseResolution,
  ) {}

  /**
   * The first rules of a co-op come with its set-up, before it has shared out anything; all others take a resolution that
   * covers this version.
   * @throws Refusal `not-found`, `rules-adopted`, `rules-overlap`, `bad-field` where the resolution is missing, and what
   * {@link UseResolution} refuses
   */
  async run(
    tx: Transaction,
    asked: string,
    number: number,
    { resolution, by }: { readonly resolution: string | undefined; readonly by: string },
  ): Promise<RuleSetVersion> {
    const { code } = found(await this.ruleSets.lock(tx, asked), 'rule-set', asked);
    const version = found(await this.ruleSets.find(tx, code, number), 'rule-set-version', String(number));
    if (await this.ruleSets.isAdopted(tx, version))
      throw new Refusal('rules-adopted', '', { ruleSet: code, version: String(number) });
    refuseEarlier(version, await this.ruleSets.lastFrom(tx, code));
    await this.ruleSets.adopt(tx, version, { by, resolution: await this.use(tx, resolution, version) });
    return version;
  }

  private async use(
    tx: Transaction,
    number: string | undefined,
    { fingerprint }: RuleSetVersion,
  ): Promise<string | null> {
    if (number !== undefined) return this.useResolution.run(tx, number, { kind: 'rule-set', fingerprint });
    const isSetUp = (await this.ruleSets.hasAdopted(tx)) || (await this.runs.moves(tx)) > 0;
    if (!isSetUp) return null;
    throw new Refusal('bad-field', '/resolution', { field: 'resolution', detail: 'missing' });
  }
}
