import { canonicalJson, type RuleSet, type Sha256 } from '@ayni/distribution';
import { found, nameKey, Refusal, type Language } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { shippedRuleSets } from '@ayni/rule-sets';
import { otherShares, type OtherRules, type OtherShares } from '../../domain/rules/other-rules.js';
import type { NamedVersion, OwnRuleSetsPort } from '../../domain/rules/own-rule-sets.port.js';
import { placesOfRun } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';

/** What the assembly sees beside its own rules where nobody named others. */
const FIRST = ['bo-356-by-work', 'bo-356-by-deliveries', 'equal'];
const MOST = 6;

/** Shows a run beside what shipped rule sets would have given on the same books. */
export class CompareRun {
  constructor(
    private readonly runs: RunsPort,
    private readonly ownRuleSets: OwnRuleSetsPort,
    private readonly sha256: Sha256,
  ) {}

  /**
   * @param households in the order in which their shares are answered
   * @param asked codes of shipped rule sets or of the co-op's own as they were written last, parted by commas
   * @throws Refusal `not-found` of the run, `bad-field`, `unknown-reference` of a rule set
   */
  async run(
    tx: Transaction,
    id: string,
    households: readonly string[],
    language: Language,
    asked?: string,
  ): Promise<OtherShares[]> {
    const newest = await this.ownRuleSets.newest(tx);
    const run = found(await this.runs.find(tx, id), 'run', id);
    const codes = asked === undefined ? firstOf(newest, run.case.ruleSet) : asked.split(',').map((code) => code.trim());
    if (codes.length > MOST)
      throw new Refusal('bad-field', '/ruleSets', { field: 'ruleSets', detail: `too-many-parts:${MOST}` });
    const others = codes.map((code) => rulesOf(code, newest, language));
    const worked = { document: run.case, outcome: run.outcome, households };
    return otherShares(worked, others, placesOfRun(run), this.sha256);
  }
}

/** What the co-op itself has written comes first, but for the rules of the run. */
function firstOf(newest: readonly NamedVersion[], present: RuleSet): readonly string[] {
  const said = (rules: RuleSet): string => canonicalJson({ ...rules, code: '', cashUnit: '' });
  const own = newest.filter(({ rules }) => said(rules) !== said(present)).map(({ ruleSet }) => ruleSet);
  return [...new Set([...own, ...FIRST])].slice(0, MOST);
}

function rulesOf(code: string, newest: readonly NamedVersion[], language: Language): OtherRules {
  const own = newest.find(({ ruleSet }) => nameKey(ruleSet) === nameKey(code));
  if (own) return own;
  const set = shippedRuleSets.find((one) => one.code === code);
  if (!set) throw new Refusal('unknown-reference', '/ruleSets', { what: 'rule-set', code });
  return { name: set.name[language === 'en' ? 'en' : 'es'], rules: set.rules };
}
