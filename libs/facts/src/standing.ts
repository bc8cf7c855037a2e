/**
 * `LEFT JOIN` of the one row of a table, at most, that fits each row of what stands before it. It is looked up row by
 * row: right after a load, when PostgreSQL knows nothing of the table yet, it would compare all rows with all.
 */
export const joinOne = (table: string, alias: string, fits: string): string =>
  `LEFT JOIN LATERAL (SELECT * FROM ${table} ${alias} WHERE ${fits} LIMIT 1) ${alias} ON true`;

/** `LEFT JOIN` of the reversal of a fact, as `r`. */
export const withReversal = (kind: string, alias: string): string =>
  joinOne('reversals', 'r', `r.coop_id = ${alias}.coop_id AND r.kind = '${kind}' AND r.code = ${alias}.code`);

/** That a fact was not taken back. */
export const standing = (kind: string, alias: string): string =>
  `NOT EXISTS (SELECT 1 FROM reversals r WHERE r.coop_id = ${alias}.coop_id AND r.kind = '${kind}' AND r.code = ${alias}.code)`;
