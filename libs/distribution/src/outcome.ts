import { amountsOf, type WriteAmount } from './amount.js';
import type { BasisName } from './basis.js';
import type { Member, ReadCase } from './case.js';
import type { AppliedSteps, BorneLoss, StepWorkings } from './funds.js';
import type { Payout } from './households.js';
import { each } from './each.js';
import type { Settlement } from './offsets.js';
import type { Shares } from './shares.js';
import type { UnitReason } from './split.js';

/** A case worked out, in smallest units; either `surplus` or `loss` says what became of the result. */
export type WorkedCase = {
  readonly case: ReadCase;
  readonly result: bigint;
  readonly surplus: AppliedSteps | null;
  readonly loss: BorneLoss | null;
  readonly shares: Shares;
  readonly settlements: readonly Settlement[];
  readonly payouts: readonly Payout[];
};

type FundAmount = { readonly fund: string; readonly amount: string };

/** The figures of a run that its fingerprint seals, amounts as decimal texts, weights as integer texts. */
export type Figures = {
  readonly result: string;
  readonly lossesCovered: string;
  readonly restored: Readonly<Record<string, string>>;
  readonly funds: readonly { readonly fund: string; readonly amount: string; readonly balance: string }[];
  readonly loss: { readonly amount: string; readonly drawn: readonly FundAmount[]; readonly forward: string } | null;
  readonly pool: string;
  readonly bases: readonly { readonly basis: BasisName; readonly pool: string; readonly totalWeight: string }[];
  readonly members: readonly MemberFigures[];
  readonly households: readonly {
    readonly household: string;
    readonly net: string;
    readonly paid: string;
    readonly carried: string;
  }[];
  readonly totals: {
    readonly shares: string;
    readonly retained: string;
    readonly offset: string;
    readonly net: string;
    readonly paid: string;
    readonly carried: string;
  };
};

export type MemberFigures = {
  readonly member: string;
  readonly household: string;
  readonly shares: Readonly<Partial<Record<BasisName, string>>>;
  readonly share: string;
  readonly retained: string;
  readonly offset: string;
  readonly debtLeft: string;
  readonly net: string;
  readonly tiesWon: number;
};

/** How a step came to its amounts, for the minutes of the assembly. */
export type StepShown = {
  readonly kind: StepWorkings['step']['kind'];
  readonly fund?: string;
  readonly base: string;
  readonly due: string;
  readonly short: string;
  readonly room?: string;
  readonly passedOn: readonly FundAmount[];
  readonly taken: string;
  readonly left: string;
};

/**
 * How a member's share came about, to be redone with a pencil: on each basis her exact part is
 * `floor` smallest units + `remainder` / the basis' `totalWeight`, and `unit` says why one was added, or `none`.
 */
export type MemberWorkings = {
  readonly bases: readonly {
    readonly basis: BasisName;
    readonly weight: string;
    readonly counted: string;
    readonly floor: string;
    readonly remainder: string;
    readonly unit: UnitReason;
  }[];
  readonly payable: string;
  readonly kept: string;
  readonly debts: readonly {
    readonly code: string;
    readonly kind: string;
    readonly amount: string;
    readonly taken: string;
    readonly left: string;
  }[];
};

/** What is said of each household. */
type HouseholdFigures = Figures['households'][number];

/** A case's outcome: its figures, the workings that lead to them, and the fingerprint of case and figures. */
export type Outcome = Omit<Figures, 'bases' | 'members'> & {
  readonly bases: readonly (Figures['bases'][number] & { readonly leftOver: string })[];
  readonly members: readonly (MemberFigures & { readonly workings: MemberWorkings })[];
  readonly steps: readonly StepShown[];
  readonly fingerprint: string;
};

/** An outcome without those who share, and without what seals it. */
export type CommonOutcome = Omit<Outcome, 'members' | 'households' | 'fingerprint'>;

/**
 * An outcome whose members and households are written one at a time, and once: of very many not all are there at the
 * same moment.
 */
export type OutcomeByOne = CommonOutcome & {
  readonly members: Iterable<Outcome['members'][number]>;
  readonly households: Iterable<Outcome['households'][number]>;
  readonly fingerprint: string;
};

export function writeFigures(worked: WorkedCase): Figures {
  const { totals, ...figures } = commonFigures(worked);
  const members = worked.settlements.map(memberIn(worked));
  return { ...figures, members, households: [...householdsOf(worked)], totals };
}

/** The figures of a case without those who share. */
export function commonFigures({
  case: { places },
  result,
  surplus,
  loss,
  shares,
  settlements,
  payouts,
}: WorkedCase): Omit<Figures, 'members' | 'households'> {
  const writeAmount = amountsOf(places);
  const writeFund = fundsIn(writeAmount);
  const sum = (amounts: readonly bigint[]) => writeAmount(amounts.reduce((total, amount) => total + amount, 0n));
  return {
    result: writeAmount(result),
    lossesCovered: writeAmount(surplus?.lossesCovered ?? 0n),
    restored: Object.fromEntries([...(surplus?.restored ?? [])].map(([fund, amount]) => [fund, writeAmount(amount)])),
    funds: (surplus ?? loss)?.funds.map((fund) => ({ ...writeFund(fund), balance: writeAmount(fund.balance) })) ?? [],
    loss: loss && {
      amount: writeAmount(loss.amount),
      drawn: loss.drawn.map(writeFund),
      forward: writeAmount(loss.forward),
    },
    pool: writeAmount(surplus?.pool ?? 0n),
    bases: shares.bases.map(({ basis, pool, split }) => ({
      basis,
      pool: writeAmount(pool),
      totalWeight: split.totalWeight.toString(),
    })),
    totals: {
      shares: sum(settlements.map(({ share }) => share)),
      retained: sum(settlements.map(({ retained }) => retained)),
      offset: sum(settlements.map(({ offset }) => offset)),
      net: sum(settlements.map(({ net }) => net)),
      paid: sum(payouts.map(({ paid }) => paid)),
      carried: sum(payouts.map(({ carried }) => carried)),
    },
  };
}

/** An outcome, with the workings beside the figures. */
export function writeOutcome(worked: WorkedCase, fingerprint: string): Outcome {
  const { members, households, totals, steps, ...outcome } = outcomeByOne(worked, fingerprint);
  return { ...outcome, members: [...members], households: [...households], totals, steps, fingerprint };
}

/** An outcome whose members and households are written when they are asked for. */
export const outcomeByOne = (worked: WorkedCase, fingerprint: string): OutcomeByOne => ({
  ...commonOutcome(worked),
  members: membersOf(worked),
  households: householdsOf(worked),
  fingerprint,
});

export function commonOutcome(worked: WorkedCase): CommonOutcome {
  const figures = commonFigures(worked);
  const writeAmount = amountsOf(worked.case.places);
  return {
    ...figures,
    bases: worked.shares.bases.flatMap(({ split }, i) => {
      const basis = figures.bases[i];
      return basis ? { ...basis, leftOver: split.leftOver.toString() } : [];
    }),
    steps: worked.surplus?.steps.map((step) => writeStep(step, writeAmount)) ?? [],
  };
}

function membersOf(worked: WorkedCase): Iterable<Outcome['members'][number]> {
  const write = memberIn(worked);
  const workings = workingsIn(worked);
  return each(worked.settlements, (settlement, place) => ({
    ...write(settlement, place),
    workings: workings(settlement, place),
  }));
}

function householdsOf({ case: { places }, payouts }: WorkedCase): Iterable<HouseholdFigures> {
  const writeAmount = amountsOf(places);
  return each(payouts, ({ household, net, paid, carried }) => ({
    household,
    net: writeAmount(net),
    paid: writeAmount(paid),
    carried: writeAmount(carried),
  }));
}

/** Writes the figures of a member of a case. */
function memberIn({ case: { places }, shares }: WorkedCase): (settlement: Settlement, place: number) => MemberFigures {
  const writeAmount = amountsOf(places);
  const sharesAt = (place: number): MemberFigures['shares'] => {
    const written: Partial<Record<BasisName, string>> = {};
    for (const { basis, split } of shares.bases) written[basis] = writeAmount(split.parts[place]?.amount ?? 0n);
    return written;
  };
  return ({ member, share, retained, offset, debtLeft, net }, place) => ({
    member: member.member,
    household: member.household,
    shares: sharesAt(place),
    share: writeAmount(share),
    retained: writeAmount(retained),
    offset: writeAmount(offset),
    debtLeft: writeAmount(debtLeft),
    net: writeAmount(net),
    tiesWon: shares.tiesWon[place] ?? 0,
  });
}

/** Writes how the share of a member of a case came about. */
export function workingsIn({
  case: { places },
  shares,
}: WorkedCase): (settlement: Settlement, place: number) => MemberWorkings {
  const writeAmount = amountsOf(places);
  const basesAt = (place: number, weights: Member['weights']): MemberWorkings['bases'] => {
    const written: MemberWorkings['bases'][number][] = [];
    for (const { basis, split } of shares.bases) {
      const part = split.parts[place];
      if (!part) continue;
      const weight = weights[basis].toString();
      written.push({
        basis,
        weight,
        counted: part.weight === weights[basis] ? weight : part.weight.toString(),
        floor: writeAmount(part.floor),
        remainder: part.remainder.toString(),
        unit: part.unit,
      });
    }
    return written;
  };
  return ({ member, payable, kept, debts }, place) => ({
    bases: basesAt(place, member.weights),
    payable: writeAmount(payable),
    kept: writeAmount(kept),
    debts: debts.map(({ debt, taken }) => ({
      code: debt.code,
      kind: debt.kind,
      amount: writeAmount(debt.amount),
      taken: writeAmount(taken),
      left: writeAmount(debt.amount - taken),
    })),
  });
}

function writeStep(
  { step, base, due, short, room, passedOn, taken, left }: StepWorkings,
  writeAmount: WriteAmount,
): StepShown {
  return {
    kind: step.kind,
    ...('fund' in step ? { fund: step.fund } : {}),
    base: writeAmount(base),
    due: writeAmount(due),
    short: writeAmount(short),
    ...(room === null ? {} : { room: writeAmount(room) }),
    passedOn: passedOn.map(fundsIn(writeAmount)),
    taken: writeAmount(taken),
    left: writeAmount(left),
  };
}

const fundsIn =
  (writeAmount: WriteAmount) =>
  ({ fund, amount }: { readonly fund: string; readonly amount: bigint }): FundAmount => ({
    fund,
    amount: writeAmount(amount),
  });
