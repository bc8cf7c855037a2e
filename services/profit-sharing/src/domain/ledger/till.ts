import type { Account } from './accounts.js';

/** Where own money lies. */
export const TILLS = ['cash', 'bank'] as const satisfies readonly Account[];
export type Till = (typeof TILLS)[number];

/** Out of what the own part of an expense is paid; later, it is owed to the supplier. */
export const PAID_FROM = [...TILLS, 'later'] as const;
export type PaidFrom = (typeof PAID_FROM)[number];

export const otherTill = (till: Till): Till => (till === 'cash' ? 'bank' : 'cash');
