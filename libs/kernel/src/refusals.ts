import { Refusal } from './refusal.js';

/** Several refusals of one request, such as one for each field that is wrong. */
export class Refusals extends Error {
  constructor(readonly refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals.map(({ message }) => message).join(' '));
    this.name = 'Refusals';
  }
}

/** The refusals of an error. @throws the error where it is none */
export function refusalsOf(error: unknown): readonly [Refusal, ...Refusal[]] {
  if (error instanceof Refusal) return [error];
  if (error instanceof Refusals) return error.refusals;
  throw error;
}

/** @throws Refusals where there are any */
export function refuseAny(refusals: readonly Refusal[]): void {
  // two checks may stumble over the same thing, such as a member that there is not
  const told = new Map(refusals.map((one) => [`${one.code} ${one.pointer} ${one.message}`, one]));
  const [first, ...rest] = told.values();
  if (first) throw new Refusals([first, ...rest]);
}

/** Does every check, and throws what all of them refuse together. @returns what the last one gives */
export function every<Result>(...checks: readonly [...(() => unknown)[], () => Result]): Result {
  const refused: Refusal[] = [];
  const results = checks.map((check) => {
    try {
      return check();
    } catch (error) {
      refused.push(...refusalsOf(error));
      return undefined;
    }
  });
  refuseAny(refused);
  return results.at(-1) as Result; // nothing was refused, so that each check gave its result
}
