/** On which side of the balance an account stands, and so on which side it grows. */
export type AccountKind = 'asset' | 'liability' | 'equity' | 'income' | 'cost';

/**
 * The chart of accounts. Some accounts are kept per party: a grant, a fund, a member or a household.
 * Money with a purpose lives on the restricted accounts alone, so that it never meets the result.
 */
export const ACCOUNTS = {
  cash: 'asset',
  /** What buyers paid by QR. */
  bank: 'asset',
  /** What buyers owe for sales on credit. */
  receivables: 'asset',
  /** Money of grants that is bound to their purpose. */
  'restricted-cash': 'asset',
  /** What funders owe for expenses that were charged to grants before their money came; per grant. */
  'grants-receivable': 'asset',
  /** What members owe for advances; per member. */
  'member-advances': 'asset',
  /** What members owe for money that they borrowed; per member. */
  'member-loans': 'asset',
  /** What members owe by rules of the co-op; per member. */
  'member-fines': 'asset',
  /** What was bought to last, less what of it is released; per asset. */
  assets: 'asset',
  /** What grants are still to be spent on; per grant. */
  'restricted-funds': 'liability',
  /** What funders paid of assets, less what of it is released with them: it never meets the result; per grant. */
  'asset-grants': 'liability',
  /** What families are to be paid of approved shares; per household. */
  'shares-payable': 'liability',
  /** What the co-op owes for what it bought to pay later; per supplier. */
  suppliers: 'liability',
  /** What was too small for a coin and waits for the next payment; per household. */
  'household-carried': 'liability',
  /** What a run set off of a debt that had been paid back since its season's last day; per household. */
  'household-credit': 'liability',
  /** What the co-op owned when its books began here. */
  'opening-equity': 'equity',
  /** Grants that are bound to no purpose; per grant. */
  'donated-funds': 'equity',
  /** What assemblies put into the co-op's funds; per fund. */
  funds: 'equity',
  /** What losses took out of the funds and nothing has restored yet; per fund, on the debit side. */
  'fund-draws': 'equity',
  /** Losses that no fund bore; on the debit side. */
  'losses-forward': 'equity',
  /** What members left in the co-op of their shares; per member. */
  'member-capital': 'equity',
  /** What certificates of contribution are worth that members hold; per member. */
  certificates: 'equity',
  /** What members still owe for their certificates: no capital yet, and so on the debit side of it; per member. */
  'certificates-owed': 'equity',
  /** Fines that were imposed: no revenue of a season. */
  fines: 'equity',
  /** What approved runs made of a season's result; per season, on the debit side for a surplus. */
  'result-appropriated': 'equity',
  'sales-revenue': 'income',
  /** Cash that was counted beyond what the books said. */
  'cash-over': 'income',
  /** What assets brought beyond what the co-op's own part of them still was worth in the books. */
  'asset-gains': 'income',
  /** What members were paid for produce they delivered. */
  'produce-purchases': 'cost',
  expenses: 'cost',
  /** Cash that was found short of what the books said. */
  'cash-short': 'cost',
  /** What buyers will not pay any more. */
  'write-offs': 'cost',
  /** The co-op's own part of what assets are released over their lives. */
  'asset-release': 'cost',
  /** What the co-op's own part of assets still was worth in the books, beyond what they brought. */
  'asset-losses': 'cost',
} as const satisfies Record<string, AccountKind>;

export type Account = keyof typeof ACCOUNTS;

/** Whether an account grows on its debit side. */
export const growsByDebit = (account: Account): boolean =>
  ACCOUNTS[account] === 'asset' || ACCOUNTS[account] === 'cost';

/** Whether what stands on the debit side of an account is owed to the co-op: what is not yet paid of capital is too. */
export const isOwedByDebit = (account: Account): boolean => growsByDebit(account) || account === 'certificates-owed';

export const isAccount = (text: string): text is Account => Object.hasOwn(ACCOUNTS, text);

/** The accounts that say who owes the co-op, and whom it owes, and so have an age. */
export const AGED_ACCOUNTS = [
  'receivables',
  'member-advances',
  'member-loans',
  'member-fines',
  'certificates-owed',
  'grants-receivable',
  'shares-payable',
  'household-carried',
  'household-credit',
  'suppliers',
] as const satisfies readonly Account[];

export type AgedAccount = (typeof AGED_ACCOUNTS)[number];
