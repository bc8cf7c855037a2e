/** Cash is rounded down to the smallest coin; a transfer is paid to the centavo. */
export const PAYS = ['cash', 'transfer'] as const;
export type Pays = (typeof PAYS)[number];

/** How a family is paid, and to whom. */
export type Payee = {
  /** Of the household. */
  readonly code: string;
  readonly pays: Pays;
  readonly payee: string;
  readonly account: string;
};
