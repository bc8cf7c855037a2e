/** Who may hold certificates of a type: members, one member of each household, or anybody in the register. */
export const HOLDERS = ['members', 'households', 'anybody'] as const;
export type Holders = (typeof HOLDERS)[number];
