import { least, portion } from './amount.js';
import type { CaseBooks } from './case.js';
import type { FundStep, ReadCap, Rules, Step } from './rule-set.js';
import { splitInOrder } from './split.js';

/** What a run did to a fund: what it gave (below 0: took), and where the fund stands then, in smallest units. */
export type FundMovement = { readonly fund: string; readonly amount: bigint; readonly balance: bigint };

/** One step as it was worked out: what was due, what was taken of what was left, and what was left then. */
export type StepWorkings = {
  readonly step: Step;
  readonly base: bigint;
  readonly due: bigint;
  /** What the step lacks because less was left than its due. */
  readonly short: bigint;
  /** How much the fund could still take below its cap; null without a cap. */
  readonly room: bigint | null;
  readonly passedOn: readonly { readonly fund: string; readonly amount: bigint }[];
  readonly taken: bigint;
  readonly left: bigint;
};

/** A surplus on its way from the result to the members' pool. */
export type AppliedSteps = {
  readonly lossesCovered: bigint;
  readonly restored: ReadonlyMap<string, bigint>;
  readonly funds: readonly FundMovement[];
  readonly steps: readonly StepWorkings[];
  readonly pool: bigint;
};

/** Who bears a loss: the funds of the loss order up to their limits, and the seasons to come. */
export type BorneLoss = {
  readonly amount: bigint;
  readonly drawn: readonly { readonly fund: string; readonly amount: bigint }[];
  readonly forward: bigint;
  readonly funds: readonly FundMovement[];
};

/** Takes the rule set's steps, in their order, from a result above 0; what they leave is the members' pool. */
export function applySteps(result: bigint, rules: Rules, books: CaseBooks): AppliedSteps {
  let left = result;
  let lossesCovered = 0n;
  const restored = new Map<string, bigint>();
  const standings = new Map<string, { amount: bigint; balance: bigint }>();
  const standing = (fund: string) => {
    const known = standings.get(fund) ?? { amount: 0n, balance: books.funds.get(fund)?.balance ?? 0n };
    standings.set(fund, known);
    return known;
  };
  const give = (fund: string, amount: bigint) => {
    standing(fund).amount += amount;
    standing(fund).balance += amount;
  };

  const take = (step: Step): Omit<StepWorkings, 'left'> => {
    if (step.kind === 'cover-losses') {
      const due = books.priorLosses - lossesCovered;
      const taken = least(due, left);
      lossesCovered += taken;
      return { step, base: due, due, short: due - taken, room: null, passedOn: [], taken };
    }
    if (step.kind === 'restore') {
      const before = restored.get(step.fund) ?? 0n;
      const due = (books.funds.get(step.fund)?.owed ?? 0n) - before;
      const taken = least(due, left);
      restored.set(step.fund, before + taken);
      standing(step.fund).balance += taken;
      return { step, base: due, due, short: due - taken, room: null, passedOn: [], taken };
    }
    const base = { result, 'after-losses': result - lossesCovered, remaining: left }[step.of];
    const due = portion(base, step.percent, step.rounding);
    const reached = least(due, left);
    const room = roomBelow(step.cap, standing(step.fund).balance, books);
    const amount = room === null ? reached : least(reached, room);
    const passedOn = passOn(reached - amount, step);
    give(step.fund, amount);
    for (const excess of passedOn) give(excess.fund, excess.amount);
    const taken = passedOn.reduce((sum, excess) => sum + excess.amount, amount);
    return { step, base, due, short: due - reached, room, passedOn, taken };
  };

  const steps = rules.steps.map((step): StepWorkings => {
    const workings = take(step);
    left -= workings.taken;
    return { ...workings, left };
  });
  const funds = [...standings].map(([fund, { amount, balance }]) => ({ fund, amount, balance }));
  return { lossesCovered, restored, funds, steps, pool: left };
}

/** Lays a loss ≥ 0 on the funds of the rule set's loss order; what they cannot bear goes forward. */
export function bearLoss(loss: bigint, rules: Rules, books: CaseBooks): BorneLoss {
  let left = loss;
  const funds = rules.lossOrder.map(({ fund, atMost }): FundMovement => {
    const balance = books.funds.get(fund)?.balance ?? 0n;
    const given = least(left, portion(balance, atMost, 'down'));
    left -= given;
    return { fund, amount: -given, balance: balance - given };
  });
  return { amount: loss, drawn: funds.map(({ fund, amount }) => ({ fund, amount: -amount })), forward: left, funds };
}

function roomBelow(cap: ReadCap | null, balance: bigint, books: CaseBooks): bigint | null {
  if (!cap) return null;
  const limit = 'amount' in cap ? cap.amount : portion(books.balances.get(cap.of) ?? 0n, cap.percent, 'down');
  return limit > balance ? limit - balance : 0n;
}

/** What a cap leaves out goes to the funds that the step names, in equal parts; with none named it stays. */
function passOn(excess: bigint, { excessTo }: FundStep): StepWorkings['passedOn'] {
  if (excessTo.length === 0) return [];
  const amounts = splitInOrder(
    excess,
    excessTo.map(() => 1n),
  );
  return excessTo.map((fund, i) => ({ fund, amount: amounts[i] ?? 0n }));
}
