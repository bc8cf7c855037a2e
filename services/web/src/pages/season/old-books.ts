import { figuresOf, isRefused } from '@ayni/distribution';
import { formatAmount, parseAmount, placesOf } from '@ayni/kernel';
import type { Answer } from '../../api/route.js';
import type { SideBySide } from './compared-rules.js';
import type { SentRules } from './rule-set.js';

/** A season before these books, as its papers say. */
export type OldSeason = Answer<'GET /api/profit-sharing/v1/old-seasons'>['items'][number];
type OldShare = OldSeason['lines'][number];

export type BasisName = SentRules['bases'][number]['basis'];

/** What each family weighs by a basis; the papers of a season say it of two at most. */
const WEIGHTS: { readonly [Basis in BasisName]?: (line: OldShare, places: number) => string | null } = {
  'work-minutes': ({ workMinutes }) => workMinutes?.toString() ?? null,
  'value-delivered': ({ valueDelivered }, places) =>
    typeof valueDelivered === 'string' ? parseAmount(valueDelivered, places).toString() : null,
};

const isKnown = ({ workMinutes, valueDelivered }: OldShare, basis: BasisName): boolean =>
  basis === 'work-minutes' ? (workMinutes ?? null) !== null : basis === 'value-delivered' && !!valueDelivered;

/** What rules ask for and the papers of a season do not say. */
export const lackingIn = ({ result, lines }: OldSeason, { bases }: SentRules): readonly ('result' | BasisName)[] => [
  ...((result ?? null) === null ? (['result'] as const) : []),
  ...bases.map(({ basis }) => basis).filter((basis) => !lines.every((line) => isKnown(line, basis))),
];

/**
 * What rules would have given on the papers of a season before these books, beside what the papers give: by family, since
 * they name nobody else, and with nothing carried over from before.
 */
export function triedOnOld(season: OldSeason, rules: SentRules, currency: string): Omit<SideBySide, 'asOf'> {
  const places = placesOf(currency);
  const [zero, result] = [formatAmount(0n, places), season.result ?? '0'];
  const isLoss = result.startsWith('-');
  const outcome = figuresOf(
    {
      currency,
      ruleSet: rules,
      books: { revenue: isLoss ? zero : result, deliveries: zero, ownExpenses: isLoss ? result.slice(1) : zero },
      members: season.lines.map((line) => ({
        member: line.household,
        household: line.household,
        weights: Object.fromEntries(rules.bases.map(({ basis }) => [basis, WEIGHTS[basis]?.(line, places) ?? '0'])),
      })),
    },
    () => places,
  );
  const papers = {
    ...{ code: PAPERS, unshared: null, forward: null, funds: [] },
    ...{ result: season.result ?? null, pool: season.pool ?? season.shared },
  };
  if (isRefused(outcome)) {
    const unshared = `${outcome.code}: ${outcome.detail}`;
    const none = { code: rules.code, unshared, forward: null, funds: [], result: null, pool: null };
    return { forAssembly: false, ruleSets: [papers, none], families: [], groups: [] };
  }
  const shareOf = new Map(outcome.members.map(({ member, share }) => [member, share]));
  return {
    ruleSets: [
      papers,
      {
        ...{ code: rules.code, unshared: null, forward: outcome.loss?.forward ?? null },
        ...{ result: outcome.result, pool: outcome.pool },
        funds: outcome.funds.map(({ fund, amount }) => ({ fund, amount })),
      },
    ],
    families: season.lines.map(({ household, share }) => {
      const now = shareOf.get(household) ?? zero;
      const difference = formatAmount(parseAmount(now, places) - parseAmount(share, places), places);
      return { household, shares: [share, now], differences: [zero, difference] };
    }),
    groups: [],
    forAssembly: false,
  };
}

/** The code under which what the papers say stands. */
export const PAPERS = 'papers';
