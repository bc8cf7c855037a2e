import type { RuleSet } from '@ayni/distribution';
import { leastOf, mostOf, percentOf, sumOf, timesOf, ROUND } from './exact.js';

export type Fund = { balance: bigint; owed: bigint };

/** What a season's shares are reckoned from, amounts in smallest units. */
export type Found = {
  readonly rules: Omit<RuleSet, 'cashUnit'>;
  readonly places: number;
  readonly result: bigint;
  readonly shareCapital: bigint;
};

/** What stands between the result and the shares. `funds` and `priorLosses` of the books are changed. */
export type Pool = {
  readonly pool: bigint;
  readonly lossesCovered: bigint;
  readonly restored: ReadonlyMap<string, bigint>;
  readonly given: ReadonlyMap<string, bigint>;
  readonly loss: {
    readonly amount: bigint;
    readonly drawn: readonly (readonly [string, bigint])[];
    readonly forward: bigint;
  } | null;
};

/** Funds as they stand, made where they are named for the first time. */
export class Funds {
  readonly all = new Map<string, Fund>();
  priorLosses = 0n;

  at(name: string): Fund {
    const known = this.all.get(name) ?? { balance: 0n, owed: 0n };
    this.all.set(name, known);
    return known;
  }
}

/** By sorting all of them: each gets its floor, and what is left goes by fraction, ties won and key. */
export function splitOf(
  pool: bigint,
  parties: readonly { readonly key: string; readonly weight: bigint; readonly ties: number }[],
): readonly { readonly amount: bigint; readonly isWon: boolean }[] {
  const total = sumOf(parties.map(({ weight }) => weight));
  if (total === 0n) return parties.map(() => ({ amount: 0n, isWon: false }));
  const exact = parties.map(({ weight }) => ({ floor: (pool * weight) / total, over: (pool * weight) % total }));
  const left = Number(pool - sumOf(exact.map(({ floor }) => floor)));
  const order = parties
    .map(({ key, ties }, i) => ({ key, ties, i, over: exact[i]?.over ?? 0n }))
    .sort((a, b) => {
      if (a.over !== b.over) return a.over > b.over ? -1 : 1;
      return a.ties - b.ties || (a.key < b.key ? -1 : 1);
    });
  const [first, others] = [order.slice(0, left), order.slice(left)];
  return exact.map(({ floor, over }, i) => {
    const gets = first.some((one) => one.i === i);
    return { amount: gets ? floor + 1n : floor, isWon: gets && others.some((other) => other.over === over) };
  });
}

/** A split in which the one named earlier goes first. */
export const splitInTurn = (pool: bigint, weights: readonly bigint[]): readonly bigint[] =>
  splitOf(
    pool,
    weights.map((weight, i) => ({ key: String(i).padStart(3, '0'), weight, ties: 0 })),
  ).map(({ amount }) => amount);

export const poolOf = (found: Found, funds: Funds): Pool =>
  found.result > 0n ? surplusOf(found, funds) : lossOf(found, funds);

function surplusOf({ rules, places, result, shareCapital }: Found, funds: Funds): Pool {
  const given = new Map<string, bigint>();
  const restored = new Map<string, bigint>();
  for (const step of rules.steps)
    if (step.kind !== 'cover-losses')
      for (const name of [step.fund, ...(step.kind === 'fund' ? (step.excessTo ?? []) : [])]) given.set(name, 0n);
  const give = (name: string, amount: bigint): void => {
    given.set(name, (given.get(name) ?? 0n) + amount);
    funds.at(name).balance += amount;
  };
  let left = result;
  let lossesCovered = 0n;
  for (const step of rules.steps) {
    if (step.kind === 'cover-losses') {
      const taken = leastOf(left, funds.priorLosses);
      funds.priorLosses -= taken;
      lossesCovered += taken;
      left -= taken;
    } else if (step.kind === 'restore') {
      const fund = funds.at(step.fund);
      const taken = leastOf(left, fund.owed);
      fund.owed -= taken;
      fund.balance += taken;
      restored.set(step.fund, (restored.get(step.fund) ?? 0n) + taken);
      left -= taken;
    } else {
      const base = { result, 'after-losses': result - lossesCovered, remaining: left }[step.of];
      const due = leastOf(left, percentOf(base, step.percent, step.rounding));
      const taken = leastOf(due, roomOf(step.cap, funds.at(step.fund).balance, shareCapital, places));
      give(step.fund, taken);
      const others = step.excessTo ?? [];
      splitInTurn(
        due - taken,
        others.map(() => 1n),
      ).forEach((amount, i) => give(others[i] ?? '', amount));
      left -= others.length > 0 ? due : taken;
    }
  }
  return { pool: left, lossesCovered, restored, given, loss: null };
}

type Cap = Extract<RuleSet['steps'][number], { kind: 'fund' }>['cap'];

function roomOf(cap: Cap, balance: bigint, shareCapital: bigint, places: number): bigint {
  if (cap === undefined) return 10n ** 30n;
  const most =
    typeof cap === 'string' ? ROUND.down(timesOf([cap], places)) : percentOf(shareCapital, cap.percent, 'down');
  return mostOf(0n, most - balance);
}

function lossOf({ rules, result }: Found, funds: Funds): Pool {
  let left = -result;
  const drawn = (rules.lossOrder ?? []).map(({ fund: name, atMostPercent = '100' }): readonly [string, bigint] => {
    const fund = funds.at(name);
    const taken = leastOf(left, percentOf(fund.balance, atMostPercent, 'down'));
    fund.balance -= taken;
    fund.owed += taken;
    left -= taken;
    return [name, taken];
  });
  funds.priorLosses += left;
  const given = new Map(drawn.map(([name, taken]) => [name, -taken]));
  return { pool: 0n, lossesCovered: 0n, restored: new Map(), given, loss: { amount: -result, drawn, forward: left } };
}
