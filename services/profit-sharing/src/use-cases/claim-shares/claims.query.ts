import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { HandedWay } from '../../domain/payouts/payout.js';
import { owedUpTo } from './owed-up-to.js';

/** What a household is owed up to a run, in smallest units, and how it is paid by what is registered. */
export type Claim = {
  readonly household: string;
  readonly owed: bigint;
  readonly pays: HandedWay;
  readonly payee: string;
  readonly account: string;
};

const readClaims = statement(
  'claims of households',
  `SELECT o.household, o.owed, COALESCE(p.pays, 'cash') AS pays, COALESCE(p.payee, '') AS payee,
     COALESCE(p.account, '') AS account
   FROM (${owedUpTo(`(SELECT approval FROM runs WHERE coop_id = current_setting('app.coop')::uuid AND id = $1)`)}) o
   LEFT JOIN payees p ON p.coop_id = current_setting('app.coop')::uuid AND p.code = o.household AND p.retired_on IS NULL
   WHERE o.owed > 0 ORDER BY o.household COLLATE "C"`,
);

/** What each household is owed by the runs up to this one, less what it was paid; nobody who is owed nothing. */
export const claimsOf = (tx: Transaction, run: string): Promise<readonly Claim[]> => tx.query<Claim>(readClaims, [run]);
