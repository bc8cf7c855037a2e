/** Where something grows or lives. */
export const STRUCTURE_KINDS = ['greenhouse', 'plot', 'pen', 'pond', 'tank'] as const;
export type StructureKind = (typeof STRUCTURE_KINDS)[number];

export type Structure = {
  readonly code: string;
  readonly name: string;
  readonly kind: StructureKind;
  /** Square metres, as decimal text. */
  readonly areaM2: string;
};
