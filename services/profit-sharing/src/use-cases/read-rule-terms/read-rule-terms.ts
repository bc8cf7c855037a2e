import type { Transaction } from '@ayni/database/transaction';
import { FundNames, fundsNamedIn } from '../../domain/fund-names.js';
import type { RuleTerms } from '../../domain/season.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';

/** What rules are read by in a co-op: the places of its books, and the names that its funds have by now. */
export async function readRuleTerms(
  tx: Transaction,
  seasons: SeasonsPort,
  { places }: Pick<RuleTerms, 'places'>,
): Promise<RuleTerms> {
  return { places, funds: new FundNames((await seasons.ruleSets(tx)).flatMap(fundsNamedIn)) };
}
