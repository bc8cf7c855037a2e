/** Of what a statement is: the account at the bank, or what was paid by QR, as its provider lists it. */
export const STATEMENTS = ['bank', 'qr'] as const;
export type Statement = (typeof STATEMENTS)[number];

export const DIRECTIONS = ['in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];
