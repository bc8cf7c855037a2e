import { Refusal, type Day, type Thing } from '@ayni/kernel';

/** What is registered, by code, with the last day on which it is used. */
export type InUse = ReadonlyMap<string, Day | null>;

/**
 * @param what it would be, such as `market`
 * @throws Refusal `unknown-reference` where it is not registered, `retired` where it was out of use on the day
 */
export function refuseRetired(known: InUse, code: string, day: Day, what: Thing, pointer: string): void {
  const retiredOn = known.get(code);
  if (retiredOn === undefined) throw new Refusal('unknown-reference', pointer, { what, code });
  if (retiredOn !== null && day > retiredOn) throw new Refusal('retired', pointer, { code, retiredOn });
}
