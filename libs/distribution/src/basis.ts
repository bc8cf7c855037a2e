/** By what members' parts can be weighed: minutes, centavos, grams, days of membership, certificates × days, minutes. */
export const BASIS_NAMES = [
  'work-minutes',
  'value-delivered',
  'quantity-delivered',
  'equal',
  'certificate-days',
  'care-minutes',
] as const;
export type BasisName = (typeof BASIS_NAMES)[number];
