import type { Transaction } from '@ayni/database/transaction';
import { FundNames } from '../../domain/funds/fund-names.js';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import type { RuleTerms } from '../../domain/seasons/season.js';

/** What rules are read by in a co-op: the places of its books, and its registered funds. */
export async function readRuleTerms(
  tx: Transaction,
  funds: FundsPort,
  { places }: Pick<RuleTerms, 'places'>,
): Promise<RuleTerms> {
  return { places, funds: new FundNames(await funds.all(tx)) };
}
