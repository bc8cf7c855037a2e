import { Refusal, type Day, type Thing } from '@ayni/kernel';

/**
 * What is registered is used up to its last day.
 * @param retiredOn its last day, null where it has none, undefined where it is not registered
 * @param what it would be, such as `market`
 * @throws Refusal `unknown-reference` where it is not registered, `retired` where it was out of use on the day
 */
export function refuseRetired(
  retiredOn: Day | null | undefined,
  code: string,
  day: Day,
  what: Thing,
  pointer: string,
): void {
  if (retiredOn === undefined) throw new Refusal('unknown-reference', pointer, { what, code });
  if (retiredOn !== null && day > retiredOn) throw new Refusal('retired', pointer, { code, retiredOn });
}
