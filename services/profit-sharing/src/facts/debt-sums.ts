import { standing } from '@ayni/facts/standing';

/** What was brought back of a debt, in SQL. @param debt the alias of a row of `debts` */
export const repaidOf = (debt: string): string =>
  `(SELECT COALESCE(sum(p.amount), 0)::bigint FROM repayments p
    WHERE p.coop_id = ${debt}.coop_id AND p.debt = ${debt}.code AND ${standing('repayment', 'p')})`;

/** What approved runs that stand set off of a debt, in SQL. @param debt the alias of a row of `debts` */
export const setOffOf = (debt: string): string =>
  `(SELECT COALESCE(sum(s.amount_taken), 0)::bigint FROM run_debts s
    JOIN runs r ON r.coop_id = s.coop_id AND r.id = s.run AND r.state = 'approved'
    WHERE s.coop_id = ${debt}.coop_id AND s.kind = ${debt}.kind AND s.code = ${debt}.code)`;
