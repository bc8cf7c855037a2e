import type { coopRegistered, DataOf } from '@ayni/contracts';
import type { CoopDraft } from '../domain/coop.js';

export const coopAggregate = ({ code }: CoopDraft): string => `coop/${code}`;

/** A co-op in the words of the contract. */
export const coopData = ({ code, name, currency, timezone }: CoopDraft): DataOf<typeof coopRegistered> => ({
  code,
  name,
  currency,
  timezone,
});
