/** What is refused of rules that a season is to be shared out by. */
export const OF_RULES = [
  'bad-rule-set',
  'unknown-fund',
  'retired',
  'cash-unit-too-large',
  'unknown-debt-kind',
] as const;
