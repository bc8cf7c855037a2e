/** `LEFT JOIN` of the reversal of a fact, as `r`. */
export const withReversal = (kind: string, alias: string): string =>
  `LEFT JOIN reversals r ON r.coop_id = ${alias}.coop_id AND r.kind = '${kind}' AND r.code = ${alias}.code`;

/** That a fact was not taken back. */
export const standing = (kind: string, alias: string): string =>
  `NOT EXISTS (SELECT 1 FROM reversals r WHERE r.coop_id = ${alias}.coop_id AND r.kind = '${kind}' AND r.code = ${alias}.code)`;
