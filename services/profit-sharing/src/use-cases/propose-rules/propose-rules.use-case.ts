import type { Sha256 } from '@ayni/distribution';
import { found, nameKey, parseDay, Refusal } from '@ayni/kernel';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Transaction } from '@ayni/database/transaction';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import { fingerprintOf, type RuleSetVersion } from '../../domain/rules/own-rule-set.js';
import type { OwnRuleSetsPort } from '../../domain/rules/own-rule-sets.port.js';
import { checkVotedRules } from '../../domain/seasons/season.js';
import { holdToLaw } from '../hold-to-law/hold-to-law.js';
import { readRuleTerms } from '../read-rule-terms/read-rule-terms.js';

/** A version as it was sent. */
export type SentVersion = { readonly from: string; readonly ruleSet: Readonly<Record<string, unknown>> };

/** Keeps a version of the co-op's own rules, for the assembly to adopt. */
export class ProposeRules {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly ruleSets: OwnRuleSetsPort,
    private readonly funds: FundsPort,
    private readonly sha256: Sha256,
  ) {}

  /**
   * The same rules from the same day on are the version that they were before.
   * @throws Refusal `not-found`, `bad-rule-set`, `unknown-fund`, `retired`, `unknown-debt-kind`, `limit-of-law`, each with all
   * that is wrong
   */
  async run(tx: Transaction, asked: string, sent: SentVersion, by: string): Promise<RuleSetVersion> {
    const { code, copies } = found(await this.ruleSets.lock(tx, asked), 'rule-set', asked);
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const from = parseDay(sent.from, '/from');
    const named = sent.ruleSet['code'];
    if (typeof named === 'string' && nameKey(named) !== nameKey(code))
      throw new Refusal('bad-rule-set', '/ruleSet/code', { detail: `other-code:${code}` });
    const ruleSet = { ...sent.ruleSet, code };
    const rules = checkVotedRules({ ruleSet, from }, await readRuleTerms(tx, this.funds, coop), '');
    holdToLaw(rules, copies, '/ruleSet');
    const fingerprint = fingerprintOf({ ruleSet: code, from, rules }, this.sha256);
    const same = await this.ruleSets.versionBy(tx, code, fingerprint);
    return same ?? this.ruleSets.propose(tx, { ruleSet: code, from, rules, fingerprint }, by);
  }
}
