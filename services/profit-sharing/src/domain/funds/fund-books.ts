import { every, formatAmount, Refusal } from '@ayni/kernel';

/** What a resolution lets be used of a fund, in smallest units. */
export type Leave = {
  readonly resolution: string;
  readonly fund: string;
  readonly amount: bigint;
  /** What was used under it so far. */
  readonly used: bigint;
};

/** Funds as uses of one load lower them, one after another. Whoever calls holds the funds and the resolutions. */
export class FundBooks {
  private readonly balances: Map<string, bigint>;
  private readonly left: Map<string, bigint>;

  constructor(
    balances: ReadonlyMap<string, bigint>,
    leaves: readonly Leave[],
    private readonly places: number,
  ) {
    this.balances = new Map(balances);
    this.left = new Map(
      leaves.map(({ resolution, fund, amount, used }) => [keyOf(resolution, fund), amount - used] as const),
    );
  }

  /**
   * @param at the row's place in the request
   * @throws Refusal `unknown-reference`, `resolution-covers-other`, `resolution-exhausted`, `fund-exhausted`
   */
  use(resolution: string, fund: string, amount: bigint, at: string): void {
    const balance = this.balanceOf(fund, at);
    const key = keyOf(resolution, fund);
    const left = this.left.get(key);
    if (left === undefined) {
      const thing = { es: `cuánto se usa del fondo ${fund}`, en: `how much is used of the fund ${fund}` };
      throw new Refusal('resolution-covers-other', `${at}/resolution`, { number: resolution, thing });
    }
    every(
      () => {
        if (amount > left)
          throw new Refusal('resolution-exhausted', `${at}/amount`, {
            number: resolution,
            fund,
            left: formatAmount(left, this.places),
          });
      },
      () => {
        if (amount > balance)
          throw new Refusal('fund-exhausted', `${at}/amount`, { fund, left: formatAmount(balance, this.places) });
      },
    );
    this.balances.set(fund, balance - amount);
    this.left.set(key, left - amount);
  }

  /** What is in a fund. @throws Refusal `unknown-reference` */
  balanceOf(fund: string, at: string): bigint {
    const balance = this.balances.get(fund);
    if (balance === undefined) throw new Refusal('unknown-reference', `${at}/fund`, { what: 'fund', code: fund });
    return balance;
  }
}

const keyOf = (resolution: string, fund: string): string => JSON.stringify([resolution, fund]);
