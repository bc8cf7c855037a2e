/** The accounts whose parties are members: what each owes, and what is hers of the co-op's capital. */
export const MEMBER_ACCOUNTS = [
  'member-advances',
  'member-loans',
  'member-fines',
  'certificates-owed',
  'certificates',
  'member-capital',
] as const;

/** The accounts whose parties are households: what each is to be paid. */
export const FAMILY_ACCOUNTS = ['shares-payable', 'household-credit', 'household-carried'] as const;
