import { Refusal } from '@ayni/kernel';
import { Refusals } from './refusals.js';

/** Gathers what is wrong with the rows of a load, so that all of it is told at once. */
export class Faults {
  private readonly found: { readonly row: number; readonly refusal: Refusal }[] = [];

  /** Does a check of a row; what it refuses is kept, as `told` tells it. */
  check<Result>(
    row: number,
    work: () => Result,
    told: (refusal: Refusal) => Refusal = (refusal) => refusal,
  ): Result | undefined {
    try {
      return work();
    } catch (error) {
      this.add(row, refusalsOf(error).map(told));
      return undefined;
    }
  }

  add(row: number, refusals: readonly Refusal[]): void {
    for (const refusal of refusals) this.found.push({ row, refusal });
  }

  /** Of how many rows something is wrong. */
  get rows(): number {
    return new Set(this.found.map(({ row }) => row)).size;
  }

  /** In the order of the rows. */
  get all(): readonly Refusal[] {
    return [...this.found].sort((a, b) => a.row - b.row).map(({ refusal }) => refusal);
  }

  /** @throws Refusals in the order in which they were found */
  throwIfAny(): void {
    const [first, ...rest] = this.found.map(({ refusal }) => refusal);
    if (first) throw new Refusals([first, ...rest]);
  }
}

/** Does every check, and throws what all of them refuse together. @returns what the last one gives */
export function every<Result>(...checks: readonly [...(() => unknown)[], () => Result]): Result {
  const faults = new Faults();
  const results = checks.map((check) => faults.check(0, check));
  faults.throwIfAny();
  return results.at(-1) as Result;
}

/** The refusals of an error. @throws the error where it is none */
export function refusalsOf(error: unknown): readonly [Refusal, ...Refusal[]] {
  if (error instanceof Refusal) return [error];
  if (error instanceof Refusals) return error.refusals;
  throw error;
}
