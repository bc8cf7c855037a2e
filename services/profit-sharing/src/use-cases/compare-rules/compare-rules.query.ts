import {
  isRefused,
  workOutBy,
  type Case,
  type Outcome,
  type RefusedCase,
  type RuleSet,
  type WorkedCase,
} from '@ayni/distribution';
import { formatAmount, found, nameKey, parseAmount, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { shippedRuleSets } from '@ayni/rule-sets';
import type { NamedVersion, OwnRuleSetsPort } from '../../domain/rules/own-rule-sets.port.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import { readRules, refuseUnknownDebts, type KeptSeason } from '../../domain/seasons/season.js';
import { refuseWithdrawn } from '../../domain/seasons/season-change.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { toldCells, type Cell } from '../../domain/rules/told-cells.js';
import { unsharedFor, type WorkOutShares } from '../work-out-shares/work-out-shares.js';
import type { ComparedRules, RulesGive } from './compared-rules.js';

type NamedGroup = { readonly by: string; readonly group: string; readonly members: readonly string[] };

/** What is compared with the present rules, and by what groups; what is left out may be null as well. */
export type Comparison = {
  readonly shipped?: readonly string[] | null;
  readonly ownRuleSets?: readonly string[] | null;
  readonly ruleSets?: readonly Readonly<Record<string, unknown>>[] | null;
  readonly groups?: readonly NamedGroup[] | null;
  readonly forAssembly?: boolean | null;
};

const MOST = 6;
/** The code under which a season's own rules are shown. */
const PRESENT = 'present';
/** The group of whoever is in none. */
const OTHERS = '–';

/** What one rule set gives, as it is told and, by member in smallest units, to be added up. */
type Given = { readonly told: RulesGive; readonly shares: ReadonlyMap<string, bigint> };
type Shares = readonly (bigint | null)[];

/** Works a season out by several rule sets on the same books, open or not; nothing of it is kept. */
export class CompareRules {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly runs: RunsPort,
    private readonly shares: WorkOutShares,
    private readonly ownRuleSets: OwnRuleSetsPort,
  ) {}

  /** @throws Refusal `unknown-reference`, `bad-field`, `unknown-field`, `bad-rule-set`, `unknown-debt-kind` */
  async run(tx: Transaction, asked: string, comparison: Comparison): Promise<Omit<ComparedRules, 'command'>> {
    const season = found(await this.seasons.find(tx, asked), 'season', asked);
    refuseWithdrawn(season);
    const { places } = await this.coops.get(tx);
    const { cashUnit } = season.ruleSet;
    const rules = readComparison(comparison, await this.ownRuleSets.newest(tx), places, cashUnit);
    const { document, approved } = await this.books(tx, season);
    const byRules = (ruleSets: readonly RuleSet[]): readonly Given[] =>
      workOutBy(ruleSets, document, () => places).map((worked, i) => givenBy(ruleSets[i]?.code ?? '', worked, places));
    const given: readonly Given[] = approved
      ? [frozenBy(approved, places), ...byRules(rules)]
      : byRules([{ ...document.ruleSet, code: PRESENT }, ...rules]);
    const forAssembly = comparison.forAssembly ?? false;
    const byMember = sharesOf(given);
    const everybody = document.members.map(({ member }) => member);
    const written = (shares: Shares) => inWords(shares, places);
    const familyOf = new Map(document.members.map(({ member, household }) => [member, household]));
    const families = new Map<string, string[]>();
    for (const { member, household } of document.members)
      families.set(household, [...(families.get(household) ?? []), member]);
    return {
      season: season.code,
      asOf: tx.now.toISOString(),
      forAssembly,
      ruleSets: given.map(({ told }) => told),
      families: forAssembly
        ? []
        : [...families].map(([household, own]) => {
            return { household, ...written(sumOf(own, byMember, given.length)) };
          }),
      members: forAssembly
        ? []
        : everybody.map((member) => {
            const household = familyOf.get(member) ?? '';
            return { member, household, ...written(byMember.get(member) ?? []) };
          }),
      groups: groupsOf(comparison, everybody, forAssembly).map(({ by, cell, hidden }) => ({
        by,
        group: cell.group,
        hidden,
        members: hidden ? null : cell.members.length,
        ...written(hidden ? given.map(() => null) : sumOf(cell.members, byMember, given.length)),
      })),
    };
  }

  /** What the season's shares were approved by, or its books as they are now: its own run has left debts behind since. */
  private async books(
    tx: Transaction,
    season: KeptSeason,
  ): Promise<{ readonly document: Case; readonly approved?: Outcome }> {
    const id = await this.runs.approvedOf(tx, season.code);
    const run = id === undefined ? undefined : await this.runs.find(tx, id);
    return run
      ? { document: run.case, approved: run.outcome }
      : { document: await this.shares.caseByTotals(tx, season) };
  }
}

function readComparison(
  comparison: Comparison,
  newest: readonly NamedVersion[],
  places: number,
  cashUnit?: string,
): RuleSet[] {
  const [shipped, ownRuleSets] = [comparison.shipped ?? [], comparison.ownRuleSets ?? []];
  const ruleSets = comparison.ruleSets ?? [];
  if (shipped.length + ownRuleSets.length + ruleSets.length > MOST)
    throw new Refusal('bad-field', '/ruleSets', { field: 'ruleSets', detail: `too-many-parts:${MOST}` });
  const coin = cashUnit === undefined ? {} : { cashUnit };
  return [
    ...shipped.map((code, i) => {
      const rules = shippedRuleSets.find((set) => set.code === code)?.rules;
      if (!rules) throw new Refusal('unknown-reference', `/shipped/${i}`, { what: 'rule-set', code });
      return { ...rules, ...coin };
    }),
    ...ownRuleSets.map((code, i) => {
      const own = newest.find(({ ruleSet }) => nameKey(ruleSet) === nameKey(code));
      if (!own) throw new Refusal('unknown-reference', `/ownRuleSets/${i}`, { what: 'rule-set', code });
      return { ...own.rules, code: own.ruleSet, ...coin };
    }),
    ...ruleSets.map((ruleSet, i) => {
      if ('cashUnit' in ruleSet) throw new Refusal('unknown-field', `/ruleSets/${i}/cashUnit`, { field: 'cashUnit' });
      const read = readRules({ ...ruleSet, ...coin }, places, `/ruleSets/${i}`, '');
      refuseUnknownDebts(read, `/ruleSets/${i}`);
      return read;
    }),
  ];
}

function givenBy(code: string, worked: WorkedCase | RefusedCase, places: number): Given {
  if (isRefused(worked)) {
    const told = { code, unshared: unsharedFor(worked), result: null, pool: null, forward: null, funds: [] };
    return { told, shares: new Map() };
  }
  const { result, surplus, loss, settlements } = worked;
  const text = (amount: bigint): string => formatAmount(amount, places);
  return {
    told: {
      code,
      unshared: null,
      result: text(result),
      pool: text(surplus?.pool ?? 0n),
      forward: loss && text(loss.forward),
      funds: (surplus ?? loss)?.funds.map(({ fund, amount }) => ({ fund, amount: text(amount) })) ?? [],
    },
    shares: new Map(settlements.map(({ member, share }) => [member.member, share])),
  };
}

function frozenBy({ result, pool, loss, funds, members }: Outcome, places: number): Given {
  return {
    told: {
      code: PRESENT,
      unshared: null,
      result,
      pool,
      forward: loss?.forward ?? null,
      funds: funds.map(({ fund, amount }) => ({ fund, amount })),
    },
    shares: new Map(members.map(({ member, share }) => [member, parseAmount(share, places)])),
  };
}

/** What each gets by each rule set, in smallest units; null where it gives no shares. */
function sharesOf(given: readonly Given[]): ReadonlyMap<string, Shares> {
  const shares = new Map<string, (bigint | null)[]>();
  given.forEach(({ shares: byThis }, i) => {
    for (const [member, share] of byThis) {
      const own = shares.get(member) ?? given.map(() => null);
      own[i] = share;
      shares.set(member, own);
    }
  });
  return shares;
}

const sumOf = (members: readonly string[], byMember: ReadonlyMap<string, Shares>, size: number): Shares =>
  Array.from({ length: size }, (_, i) => {
    const parts = members.map((member) => byMember.get(member)?.[i] ?? null);
    return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0n);
  });

function inWords(shares: Shares, places: number) {
  const text = (amount: bigint | null) => (amount === null ? null : formatAmount(amount, places));
  const present = shares[0] ?? null;
  return {
    shares: shares.map(text),
    differences: shares.map((share) => text(share === null || present === null ? null : share - present)),
  };
}

/** The cells of each grouping, with whoever is in none of it; for the assembly some are hidden. */
function groupsOf(comparison: Comparison, everybody: readonly string[], forAssembly: boolean) {
  const groups = comparison.groups ?? [];
  const kinds = [...new Set(groups.map(({ by }) => by))];
  const groupings = kinds.map((by) => {
    const seen = new Set<string>();
    const named = groups
      .filter((one) => one.by === by)
      .map(({ group, members }): Cell => {
        const among = new Set(members);
        const own = everybody.filter((member) => among.has(member) && !seen.has(member));
        for (const member of own) seen.add(member);
        return { group, members: own };
      });
    const others = { group: OTHERS, members: everybody.filter((member) => !seen.has(member)) };
    return { by, cells: [...named, others].filter(({ members }) => members.length > 0) };
  });
  const all = groupings.map(({ cells }) => cells);
  const told = forAssembly ? toldCells(all, everybody) : new Set(all.flat());
  return groupings.flatMap(({ by, cells }) => cells.map((cell) => ({ by, cell, hidden: !told.has(cell) })));
}
