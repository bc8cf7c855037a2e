import { formatAmount, Refusal } from '@ayni/kernel';

/** What expenses may still be charged to grants, in smallest units: each takes its part, in the order of a load. */
export class GrantsLeft {
  private readonly left: Map<string, bigint>;

  constructor(
    grants: Iterable<{ readonly code: string; readonly left: bigint }>,
    private readonly places: number,
  ) {
    this.left = new Map([...grants].map(({ code, left }) => [code, left]));
  }

  /** @throws Refusal `grant-exhausted` with what is left */
  charge(grant: string, amount: bigint, pointer: string): void {
    const left = this.left.get(grant) ?? 0n;
    if (amount > left) {
      const most = formatAmount(left > 0n ? left : 0n, this.places);
      throw new Refusal('grant-exhausted', pointer, { grant, left: most });
    }
    this.left.set(grant, left - amount);
  }
}
