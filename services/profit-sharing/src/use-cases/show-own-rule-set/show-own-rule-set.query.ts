import type { RuleSet } from '@ayni/distribution';
import { spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Told } from '@ayni/http/told';
import { found, nameKey, type Day, type Instant } from '@ayni/kernel';
import { asksOf, markOf, shippedName, sourcesIn, type NameOf } from '@ayni/rule-sets';
import { withFunds } from '../../domain/funds/fund.js';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import { shippedBy } from '../hold-to-law/hold-to-law.js';
import { linesOf } from '../list-rule-sets/explained-rules.js';
import { ownRuleSets } from '../list-own-rule-sets/list-own-rule-sets.query.js';
import type { RulesAdopted, ShownOwnRuleSet } from './shown-rule-set.js';

const readVersions = statement(
  'versions of own rules',
  `SELECT v.version, v.from_day AS "from", v.fingerprint, v.proposed_by AS "proposedBy", v.proposed_at AS "proposedAt",
     v.rules AS "ruleSet", CASE WHEN a.version IS NOT NULL
       THEN json_build_object('resolution', a.resolution, 'by', a.adopted_by, 'at', a.adopted_at) END AS adopted
   FROM rule_set_versions v LEFT JOIN rule_set_adoptions a USING (coop_id, rule_set, version)
   WHERE coop_id = current_setting('app.coop')::uuid AND rule_set = $1 ORDER BY v.version DESC LIMIT 100`,
);

type Version = {
  readonly version: number;
  readonly from: Day;
  readonly fingerprint: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly ruleSet: RuleSet;
  readonly adopted: RulesAdopted | null;
};

/** Shows rules of the co-op's own: what their law asks, and each version line by line. */
export class ShowOwnRuleSet {
  constructor(private readonly funds: FundsPort) {}

  /** @throws Refusal `not-found` */
  async run(tx: Transaction, asked: string): Promise<Told<ShownOwnRuleSet>> {
    const code = await spelledOne(tx, { table: 'own_rule_sets', column: 'code' }, asked);
    const { items } = await ownRuleSets.page(tx, {}, { code });
    const set = found(items[0], 'rule-set', asked);
    const shipped = shippedBy(set.copies);
    const registered = new Map((await this.funds.all(tx)).map((fund) => [nameKey(fund.code), fund]));
    const nameOf: NameOf = (fund) => {
      const known = registered.get(nameKey(fund));
      return known ? { es: known.nameEs, en: known.nameEn } : shippedName(fund);
    };
    const versions = await tx.query<Version>(readVersions, [set.code]);
    return {
      ...set,
      limits: (shipped?.limits ?? []).map((limit) => ({
        kind: limit.kind,
        fund: 'fund' in limit ? limit.fund : null,
        asks: asksOf(limit, nameOf),
        article: limit.article,
        mark: markOf(limit.source),
      })),
      besides: [...(shipped?.besides ?? [])],
      written: versions.map((version) => {
        const sources = shipped ? sourcesIn(withFunds(version.ruleSet, nameKey), shipped) : {};
        return { ...version, lines: [...linesOf(version.ruleSet, sources, nameOf)] };
      }),
    };
  }
}
