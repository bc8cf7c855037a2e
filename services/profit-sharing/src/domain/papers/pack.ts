import type { BasisName, Outcome } from '@ayni/distribution';
import { formatAmount, readAmount, type Language } from '@ayni/kernel';
import { placesOfRun } from '../runs/run.js';
import type { NamedSummary } from '../runs/run-shares.js';
import { seasonLines, type StatementLine } from './statement.js';
import type { PaperHead } from './statement-paper.js';

/** What of a run is one household's, as the assembly and the cash desk see it. */
export type PackHousehold = {
  readonly household: string;
  readonly name: string | null;
  readonly members: readonly string[];
  readonly share: string;
  readonly retained: string;
  readonly offset: string;
  readonly carriedBefore: string;
  readonly paid: string;
  readonly carried: string;
  readonly pays: 'cash' | 'transfer';
};

/** A run as the assembly has it before it: where the pool comes from, by what it is cut, and what each household gets. */
export type Pack = PaperHead & {
  readonly places: number;
  readonly result: string;
  /** What goes to funds; below zero where they bear a loss. */
  readonly funds: string;
  readonly pool: string;
  readonly isLoss: boolean;
  readonly seasonLines: readonly StatementLine[];
  readonly bases: readonly { readonly basis: BasisName; readonly percent: string; readonly pool: string }[];
  readonly households: readonly PackHousehold[];
  readonly totals: Outcome['totals'];
};

type MemberFigures = Pick<Outcome['members'][number], 'member' | 'share' | 'retained' | 'offset'>;
/** A household as it is kept. */
export type KeptHousehold = {
  readonly name: string | null;
  readonly carriedBefore: string;
  readonly pays: 'cash' | 'transfer' | null;
  readonly figures: Outcome['households'][number];
  readonly members: readonly MemberFigures[];
};

export function packOf(
  head: PaperHead,
  run: NamedSummary,
  households: readonly KeptHousehold[],
  language: Language,
): Pack {
  const { outcome } = run;
  const places = placesOfRun(run);
  const percents = new Map(run.case.ruleSet.bases.map(({ basis, percent }) => [basis, percent]));
  return {
    ...head,
    places,
    result: outcome.result,
    funds: formatAmount(
      outcome.funds.reduce((sum, { amount }) => sum + readAmount(amount, places), 0n),
      places,
    ),
    pool: outcome.pool,
    isLoss: outcome.loss !== null,
    seasonLines: seasonLines(run, language),
    bases: outcome.bases.map(({ basis, pool }) => ({ basis, pool, percent: percents.get(basis) ?? '' })),
    households: households.map((household) => packHousehold(household, places)),
    totals: outcome.totals,
  };
}

function packHousehold({ name, carriedBefore, pays, figures, members }: KeptHousehold, places: number): PackHousehold {
  const sum = (figure: 'share' | 'retained' | 'offset'): string =>
    formatAmount(
      members.reduce((total, member) => total + readAmount(member[figure], places), 0n),
      places,
    );
  const { household, paid, carried } = figures;
  return {
    ...{ household, name, members: members.map(({ member }) => member) },
    ...{ share: sum('share'), retained: sum('retained'), offset: sum('offset') },
    ...{ carriedBefore, paid, carried, pays: pays ?? 'cash' },
  };
}
