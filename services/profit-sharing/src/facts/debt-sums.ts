/** What was brought back of a debt, or is not asked for any more, in SQL. @param debt the alias of a row of `debts` */
export const repaidOf = (debt: string): string =>
  `(SELECT COALESCE(sum(p.amount), 0)::bigint FROM debt_payments p
    WHERE p.coop_id = ${debt}.coop_id AND p.debt = ${debt}.code)`;

/** What approved runs that stand set off of a debt, in SQL. @param debt the alias of a row of `debts` */
export const setOffOf = (debt: string): string =>
  `(SELECT COALESCE(sum(s.amount_taken), 0)::bigint FROM run_debts s
    JOIN runs r ON r.coop_id = s.coop_id AND r.id = s.run AND r.state = 'approved'
    WHERE s.coop_id = ${debt}.coop_id AND s.kind = ${debt}.kind AND s.code = ${debt}.code)`;

/**
 * What has been paid in of certificates, in SQL.
 * @param of the alias of a row of `certificates`
 * @param until the day before which, where it is not by now
 */
export const paidInOf = (of: string, until?: string): string =>
  `(CASE WHEN ${of}.paid_at_once IS NULL THEN ${of}.amount ELSE ${of}.paid_at_once + (
     SELECT COALESCE(sum(p.amount), 0)::bigint FROM certificate_payments p
     WHERE p.coop_id = ${of}.coop_id AND p.certificate = ${of}.code${until ? ` AND p.day < ${until}` : ''}) END)`;
