import { isPlainName, parseCurrency, parseZone, readText, Refusal, type Currency, type Zone } from '@ayni/kernel';
import type { Role } from './user.js';

/** A co-op as it is made: its code, currency and time zone never change. */
export type CoopDraft = {
  readonly code: string;
  readonly name: string;
  readonly currency: Currency;
  readonly timezone: Zone;
};

/**
 * @param pointer the co-op's place in the request
 * @throws Refusal `bad-name`, `bad-currency`, `bad-zone`
 */
export function parseCoop(
  { currency, timezone, ...asked }: Readonly<Record<keyof CoopDraft, string>>,
  pointer: string,
): CoopDraft {
  const [code, name] = [readText(asked.code), readText(asked.name)];
  if (!isPlainName(code)) throw new Refusal('bad-name', `${pointer}/code`);
  return {
    code,
    name,
    currency: parseCurrency(currency, `${pointer}/currency`),
    timezone: parseZone(timezone, `${pointer}/timezone`),
  };
}

/** What the first user of a co-op may do: everything, until she names others. */
export const FIRST_ROLES: readonly Role[] = ['president', 'treasurer', 'manager'];

/** A co-op with its first user, as they are written together. */
export type Founding = {
  readonly coop: CoopDraft;
  readonly user: { readonly name: string; readonly passwordHash: string };
};
