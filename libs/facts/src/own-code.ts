/** Parts a code from whose it is; no code that anybody sends has it. */
const OWN = '~';

/** A code in a space of somebody's own, where others may use the same without a hint of it. */
export const ownCode = (code: string, owner: string): string => `${code}${OWN}${owner}`;

/** A code as it was sent, whoever's it is. */
export const sentCode = (code: string): string => code.split(OWN, 1)[0] ?? code;

/** The same in SQL. */
export const sentCodeOf = (column: string): string => `split_part(${column}, '${OWN}', 1)`;
