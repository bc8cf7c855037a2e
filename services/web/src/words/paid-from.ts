import { say } from './say.js';

const PAID_FROM = ['cash', 'bank', 'later'] as const;

/** Out of what an expense is paid; later, it is owed to the supplier. */
export type PaidFrom = (typeof PAID_FROM)[number];

export const paidFromOf = (text: string): PaidFrom => PAID_FROM.find((known) => known === text) ?? 'cash';

const WORDS = { cash: 'money.fromCash', bank: 'money.fromBank', later: 'money.fromLater' } as const;

export const paidFromChoices = () => PAID_FROM.map((value) => ({ value, label: say(WORDS[value]) }));
