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
  if (refusals.length === 0) return;
  // two checks may stumble over the same thing, such as a member that there is not
  const told = new Map(refusals.map((one) => [`${one.code} ${one.pointer} ${one.message}`, one]));
  const [first, ...rest] = told.values();
  if (first) throw new Refusals([first, ...rest]);
}

/** Does the same with each item, and throws what is refused of all of them together. @returns what each gives */
export function each<Item, Result>(items: readonly Item[], work: (item: Item, i: number) => Result): Result[] {
  const refused: Refusal[] = [];
  const results: Result[] = [];
  items.forEach((item, i) => {
    try {
      results.push(work(item, i));
    } catch (error) {
      refused.push(...refusalsOf(error));
    }
  });
  refuseAny(refused);
  return results;
}

/** Does every check, and throws what all of them refuse together. @returns what each gives */
export function all<Results extends readonly unknown[]>(
  ...checks: { readonly [Place in keyof Results]: () => Results[Place] }
): Results {
  const results: readonly unknown[] = each(checks, (check) => check());
  return results as Results; // nothing was refused, so that each check gave its result
}

/** The same. @returns what the last one gives */
export function every<Result>(...checks: readonly [...(() => unknown)[], () => Result]): Result {
  return each<() => unknown, unknown>(checks, (check) => check()).at(-1) as Result; // as above
}
