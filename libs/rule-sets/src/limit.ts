import type { BasisName, RuleSet, StepBase } from '@ayni/distribution';
import type { Sourced } from './sourced.js';

/** What a law asks of rules; percents are decimal texts. */
export type Limit = Sourced &
  (
    | {
        readonly kind: 'fund-at-least';
        readonly fund: string;
        readonly percent: string;
        /** The smallest base of which it may be. */
        readonly of: StepBase;
        /** It may stop there, and not below. */
        readonly until?: { readonly percent: string; readonly of: string };
      }
    | { readonly kind: 'fund-at-most'; readonly fund: string; readonly percent: string }
    | { readonly kind: 'members-at-least'; readonly percent: string }
    | { readonly kind: 'only-bases'; readonly bases: readonly BasisName[] }
    | { readonly kind: 'bases-at-least'; readonly bases: readonly BasisName[]; readonly percent: string }
    | { readonly kind: 'losses-first' }
    | { readonly kind: 'restore-first'; readonly fund: string }
    | { readonly kind: 'retain-at-most'; readonly percent: string }
    | { readonly kind: 'loss-at-most'; readonly fund: string; readonly percent: string }
  );

/** A limit that rules break, with the pointer of the line that breaks it. */
export type Broken = { readonly pointer: string; readonly limit: Limit };

type Step = RuleSet['steps'][number];
type FundStep = Extract<Step, { kind: 'fund' }>;

const WHOLE = 10_000n;
/** A percent in permyriad. */
const permyriad = (percent: string): bigint => {
  const [whole = '0', part = ''] = percent.split('.');
  return BigInt(whole + part.padEnd(2, '0'));
};
const sum = (percents: readonly string[]): bigint => percents.reduce((all, one) => all + permyriad(one), 0n);
const SIZE: Readonly<Record<StepBase, number>> = { remaining: 0, 'after-losses': 1, result: 2 };

/** Where rules break what their law asks; they must be found sound before. */
export function brokenLimits(rules: RuleSet, limits: readonly Limit[]): readonly Broken[] {
  return limits.flatMap((limit) => {
    const pointer = brokenAt(rules, limit);
    return pointer === null ? [] : [{ pointer, limit }];
  });
}

function brokenAt(rules: RuleSet, limit: Limit): string | null {
  const { steps, bases } = rules;
  switch (limit.kind) {
    case 'fund-at-least':
      return belowLeast(steps, limit);
    case 'fund-at-most': {
      const most = permyriad(limit.percent);
      const own = stepsOf(steps, limit.fund);
      const given = sum(own.map(({ step }) => step.percent));
      const exceeds = given > most || (given === most && own.some(({ step }) => step.rounding !== 'down'));
      return exceeds && own[0] ? `/steps/${own[0].place}/percent` : null;
    }
    case 'members-at-least': {
      const at = steps.map(({ kind }) => kind).lastIndexOf('fund');
      return leastForMembers(steps) < permyriad(limit.percent) * WHOLE ? `/steps/${at}/percent` : null;
    }
    case 'only-bases': {
      const at = bases.findIndex(({ basis }) => !limit.bases.includes(basis));
      return at < 0 ? null : `/bases/${at}/basis`;
    }
    case 'bases-at-least': {
      const counted = bases.filter(({ basis }) => limit.bases.includes(basis));
      return sum(counted.map(({ percent }) => percent)) < permyriad(limit.percent) ? '/bases' : null;
    }
    case 'losses-first':
      return lateOrMissing(steps, ({ kind }) => kind === 'cover-losses');
    case 'restore-first':
      return lateOrMissing(steps, (step) => step.kind === 'restore' && step.fund === limit.fund);
    case 'retain-at-most':
      return permyriad(rules.retainPercent ?? '0') > permyriad(limit.percent) ? '/retainPercent' : null;
    case 'loss-at-most': {
      const most = permyriad(limit.percent);
      const at = (rules.lossOrder ?? []).findIndex(
        ({ fund, atMostPercent = '100' }) => fund === limit.fund && permyriad(atMostPercent) > most,
      );
      return at < 0 ? null : `/lossOrder/${at}/atMostPercent`;
    }
  }
}

const stepsOf = (steps: readonly Step[], fund: string): readonly { step: FundStep; place: number }[] =>
  steps.flatMap((step, place) => (step.kind === 'fund' && step.fund === fund ? [{ step, place }] : []));

function belowLeast(steps: readonly Step[], limit: Extract<Limit, { kind: 'fund-at-least' }>): string | null {
  const own = stepsOf(steps, limit.fund);
  const counted = own.filter(({ step }) => SIZE[step.of] >= SIZE[limit.of] && isCapLawful(step.cap, limit.until));
  const least = permyriad(limit.percent) * WHOLE;
  const named = sum(counted.map(({ step }) => step.percent)) * WHOLE;
  const given = limit.of === 'remaining' ? named : givenTo(steps, counted);
  // what is exactly the least is below it when it is rounded down
  const misses = given < least || (given === least && counted.some(({ step }) => step.rounding !== 'up'));
  if (!misses) return null;
  const [first] = own;
  if (!first) return '/steps';
  const uncounted = own.find((one) => !counted.includes(one));
  if (!uncounted) {
    if (named < least) return `/steps/${first.place}/percent`;
    if (given === least) return `/steps/${first.place}/rounding`;
    // it asks for enough, and others before it leave too little
    const all = portions(steps).map((portion, at) => (at < first.place ? portion : 0n));
    return `/steps/${all.indexOf(all.reduce((most, one) => (one > most ? one : most)))}/percent`;
  }
  const { step, place } = uncounted;
  return `/steps/${place}/${SIZE[step.of] < SIZE[limit.of] ? 'of' : 'cap'}`;
}

function isCapLawful(
  cap: FundStep['cap'],
  until: { readonly percent: string; readonly of: string } | undefined,
): boolean {
  if (cap === undefined) return true;
  if (until === undefined || typeof cap === 'string') return false;
  return cap.of === until.of && permyriad(cap.percent) >= permyriad(until.percent);
}

/** What the funds leave for the members of a result without losses, however full the funds are, in permyriad of permyriad. */
const leastForMembers = (steps: readonly Step[]): bigint =>
  portions(steps).reduce((left, portion) => left - portion, WHOLE * WHOLE);

/** What some steps get by {@link portions}. */
function givenTo(steps: readonly Step[], counted: readonly { readonly place: number }[]): bigint {
  const all = portions(steps);
  return counted.reduce((given, { place }) => given + (all[place] ?? 0n), 0n);
}

/** What each step puts into its fund of a result without losses, however full the funds are, in permyriad of permyriad. */
function portions(steps: readonly Step[]): readonly bigint[] {
  let left = WHOLE * WHOLE;
  return steps.map((step) => {
    if (step.kind !== 'fund') return 0n;
    const percent = permyriad(step.percent);
    const asked = step.of === 'remaining' ? (left * percent) / WHOLE : percent * WHOLE;
    const portion = asked < left ? asked : left;
    left -= portion;
    return portion;
  });
}

/** Where a step is missing, or stands after money has gone into a fund. */
function lateOrMissing(steps: readonly Step[], isIt: (step: Step) => boolean): string | null {
  const at = steps.findIndex(isIt);
  const first = steps.findIndex(({ kind }) => kind === 'fund');
  if (at < 0) return '/steps';
  return first >= 0 && first < at ? `/steps/${at}` : null;
}
