import type { Transaction } from '@ayni/database/transaction';
import type { ComparedRules } from '../compare-rules/compared-rules.js';
import type { CompareRules, Comparison } from '../compare-rules/compare-rules.query.js';
import { keepShown } from './kept-scenarios.js';

/** Shows rule sets side by side to everybody, until others of the season are shown; nothing of it is posted. */
export class ShowScenarios {
  constructor(private readonly compareRules: CompareRules) {}

  /**
   * @returns what everybody sees, which names nobody
   * @throws Refusal as {@link CompareRules}
   */
  async run(
    tx: Transaction,
    season: string,
    comparison: Comparison,
    by: string,
  ): Promise<Omit<ComparedRules, 'command'>> {
    const { families, members } = await this.compareRules.run(tx, season, comparison);
    const told = await this.compareRules.run(tx, season, { ...comparison, forAssembly: true });
    const households = members.map(({ member, household }) => ({ member, household }));
    await keepShown(tx, told.season, { ruleSets: told.ruleSets, groups: told.groups, families, households }, by);
    return told;
  }
}
