const REASON_MAX = 1_000;

/** What an error says, as it can be stored and shown: it may quote whatever bytes it stumbled over. */
export const reasonOf = (message: string): string => message.replace(/[\p{Cc}\p{Cs}]/gu, ' ').slice(0, REASON_MAX);

/** Whatever was thrown, as an error. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(typeof thrown === 'object' ? JSON.stringify(thrown) : String(thrown));
