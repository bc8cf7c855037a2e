import { refusalsOf, refuseAny, type Refusal } from '@ayni/kernel';

/** Gathers what is wrong with the rows of a load, so that all of it is told at once. */
export class Faults {
  private readonly found: { readonly row: number; readonly refusal: Refusal }[] = [];

  /** Does a check of a row; what it refuses is kept. */
  check<Result>(row: number, work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      this.add(row, refusalsOf(error));
      return undefined;
    }
  }

  /** The same of a check that has to ask for something. */
  async checkLater<Result>(row: number, work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      this.add(row, refusalsOf(error));
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

  /**
   * Where something is wrong looks for more of it, which nobody needs to look for else.
   * @throws Refusals in the order in which they were found
   */
  async throwWith(more: () => Promise<void>): Promise<void> {
    if (this.rows > 0) await this.checkLater(0, more);
    this.throwIfAny();
  }

  /** @throws Refusals in the order in which they were found */
  throwIfAny(): void {
    refuseAny(this.found.map(({ refusal }) => refusal));
  }
}
