import { lockEach } from '@ayni/database/lock-each';
import { spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, recordRows, refuseTaken } from '@ayni/facts/record';
import type { Day } from '@ayni/kernel';
import type { OwnRuleSet, RuleSetVersion } from '../domain/rules/own-rule-set.js';
import { OwnRuleSetsPort, type NamedVersion, type Word } from '../domain/rules/own-rule-sets.port.js';
import { OwnRuleSetEntity, RuleSetAdoptionEntity, RuleSetVersionEntity } from './own-rule-set.entity.js';

const OF_COOP = `coop_id = current_setting('app.coop')::uuid`;
const VERSION = `v.rule_set AS "ruleSet", v.version, v.from_day AS "from", v.rules, v.fingerprint`;
const ADOPTED = 'rule_set_versions v JOIN rule_set_adoptions a USING (coop_id, rule_set, version)';

const readSet = statement(
  'own rule set',
  `SELECT code, name, copies, law FROM own_rule_sets WHERE ${OF_COOP} AND code = $1`,
);
const readByFingerprint = statement(
  'version of rules by fingerprint',
  `SELECT ${VERSION} FROM rule_set_versions v WHERE ${OF_COOP} AND rule_set = $1 AND fingerprint = $2`,
);
const readVersion = statement(
  'version of rules',
  `SELECT ${VERSION} FROM rule_set_versions v WHERE ${OF_COOP} AND rule_set = $1 AND version = $2`,
);
const countVersions = statement(
  'count versions of rules',
  `SELECT COALESCE(max(version), 0)::int AS last FROM rule_set_versions WHERE ${OF_COOP} AND rule_set = $1`,
);
const readAdoption = statement(
  'adoption of rules',
  `SELECT version FROM rule_set_adoptions WHERE ${OF_COOP} AND rule_set = $1 AND version = $2`,
);
const readAdoptions = statement('any adoption of rules', `SELECT 1 FROM rule_set_adoptions WHERE ${OF_COOP} LIMIT 1`);
const readLastFrom = statement(
  'last first day of rules',
  `SELECT max(v.from_day) AS "from" FROM ${ADOPTED} WHERE ${OF_COOP} AND rule_set = $1`,
);
const readInForce = statement(
  'rules in force',
  `SELECT ${VERSION} FROM ${ADOPTED} WHERE ${OF_COOP} AND rule_set = $1 AND v.from_day <= $2
   ORDER BY v.from_day DESC LIMIT 1`,
);

const readNewest = statement(
  'newest rules of each set',
  `SELECT DISTINCT ON (v.rule_set COLLATE "C") v.rule_set AS "ruleSet", s.name, v.rules
   FROM rule_set_versions v JOIN own_rule_sets s ON s.coop_id = v.coop_id AND s.code = v.rule_set
   WHERE v.${OF_COOP} ORDER BY v.rule_set COLLATE "C", v.version DESC`,
);

/** By what one that is begun again is the same. */
const IDENTITY = { key: 'code', says: ['name', 'copies'] } as const;

/** The co-op's own rule sets in PostgreSQL. */
export class PostgresOwnRuleSets extends OwnRuleSetsPort {
  async begin(
    tx: Transaction,
    sets: readonly OwnRuleSet[],
    by: string,
  ): Promise<{ readonly recorded: number; readonly unchanged: number }> {
    const recordedAt = tx.now.toISOString();
    const rows = sets.map((set) => ({ ...set, digest: digestOf(set), recordedBy: by, recordedAt }));
    const { fresh, unchanged } = await recordRows(tx, OwnRuleSetEntity, rows, IDENTITY);
    return { recorded: fresh.length, unchanged };
  }

  refuseTaken(tx: Transaction, sets: readonly OwnRuleSet[]): Promise<void> {
    const rows = sets.map((set) => ({ ...set, digest: digestOf(set) }));
    return refuseTaken(tx, OwnRuleSetEntity, rows, IDENTITY);
  }

  async lock(tx: Transaction, code: string): Promise<OwnRuleSet | undefined> {
    const spelled = await spelledOne(tx, { table: 'own_rule_sets', column: 'code' }, code);
    await lockEach(tx, 'own-rule-set', [spelled]);
    const [set] = await tx.query<OwnRuleSet>(readSet, [spelled]);
    return set;
  }

  async versionBy(tx: Transaction, ruleSet: string, fingerprint: string): Promise<RuleSetVersion | undefined> {
    const [version] = await tx.query<RuleSetVersion>(readByFingerprint, [ruleSet, fingerprint]);
    return version;
  }

  async find(tx: Transaction, ruleSet: string, version: number): Promise<RuleSetVersion | undefined> {
    const [found] = await tx.query<RuleSetVersion>(readVersion, [ruleSet, version]);
    return found;
  }

  async propose(tx: Transaction, proposed: Omit<RuleSetVersion, 'version'>, by: string): Promise<RuleSetVersion> {
    const { last } = await tx.one<{ last: number }>(countVersions, [proposed.ruleSet]);
    const version = { ...proposed, version: last + 1 };
    await tx.insert(RuleSetVersionEntity, [{ ...version, proposedBy: by, proposedAt: tx.now.toISOString() }]);
    return version;
  }

  async isAdopted(tx: Transaction, { ruleSet, version }: RuleSetVersion): Promise<boolean> {
    return (await tx.query(readAdoption, [ruleSet, version])).length > 0;
  }

  async hasAdopted(tx: Transaction): Promise<boolean> {
    return (await tx.query(readAdoptions, [])).length > 0;
  }

  async lastFrom(tx: Transaction, ruleSet: string): Promise<Day | undefined> {
    const { from } = await tx.one<{ from: Day | null }>(readLastFrom, [ruleSet]);
    return from ?? undefined;
  }

  async adopt(tx: Transaction, { ruleSet, version }: RuleSetVersion, { by, resolution }: Word): Promise<void> {
    const adoption = { ruleSet, version, resolution, adoptedBy: by, adoptedAt: tx.now.toISOString() };
    await tx.insert(RuleSetAdoptionEntity, [adoption]);
  }

  async newest(tx: Transaction): Promise<readonly NamedVersion[]> {
    return tx.query<NamedVersion>(readNewest, []);
  }

  async inForce(tx: Transaction, ruleSet: string, on: Day): Promise<RuleSetVersion | undefined> {
    const [version] = await tx.query<RuleSetVersion>(readInForce, [ruleSet, on]);
    return version;
  }
}
