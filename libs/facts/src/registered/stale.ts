import { Refusal } from '@ayni/kernel';

/** @throws Refusal `stale-version` where it was changed since the client read it */
export function refuseStale(current: { readonly version: number }, read: number): void {
  if (current.version !== read) throw new Refusal('stale-version', '', { version: String(current.version) });
}
