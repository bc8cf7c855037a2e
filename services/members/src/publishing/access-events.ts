import type { accessEnded, DataOf } from '@ayni/contracts';

/** The aggregate of what a token was given to; it ends once. */
export const accessAggregate = (access: string): string => `access/${access}`;

export const accessEndedData = (access: string, user: string): DataOf<typeof accessEnded> => ({ access, user });
