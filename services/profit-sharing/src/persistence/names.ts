import type { NamedRows } from '@ayni/database/name-keys';

/** What people call by a name here, written in whatever case. */
export const names: readonly NamedRows[] = [
  { what: 'season', table: 'fiscal_seasons', column: 'code' },
  { what: 'expense', table: 'expenses', column: 'code' },
  { what: 'grant', table: 'grants', column: 'code' },
  { what: 'grant-receipt', table: 'grant_receipts', column: 'code' },
  { what: 'grant-refund', table: 'grant_refunds', column: 'code' },
  { what: 'grant-write-off', table: 'grant_write_offs', column: 'code' },
  { what: 'advance', table: 'advances', column: 'code' },
  { what: 'loan', table: 'loans', column: 'code' },
  { what: 'fine', table: 'fines', column: 'code' },
  { what: 'repayment', table: 'repayments', column: 'code' },
  { what: 'fund-use', table: 'fund_uses', column: 'code' },
  { what: 'certificate', table: 'certificates', column: 'code' },
  { what: 'certificate-withdrawal', table: 'certificate_withdrawals', column: 'code' },
  { what: 'payee', table: 'payees', column: 'code' },
  { what: 'transfer', table: 'transfers', column: 'code' },
  { what: 'collection', table: 'collections', column: 'code' },
  { what: 'write-off', table: 'write_offs', column: 'code' },
  { what: 'cash-count', table: 'cash_counts', column: 'code' },
  { what: 'opening-balance', table: 'opening_balances', column: 'code' },
  { what: 'supplier-payment', table: 'supplier_payments', column: 'code' },
  { what: 'payout', table: 'payouts', column: 'code' },
  { what: 'household-payment', table: 'household_payments', column: 'code' },
  { what: 'rule-set', table: 'own_rule_sets', column: 'code' },
  { what: 'fund', table: 'funds', column: 'code' },
];
