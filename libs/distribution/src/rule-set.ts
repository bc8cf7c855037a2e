import { WHOLE, writePercent, type Rounding } from './amount.js';
import { BASIS_NAMES, type BasisName } from './basis.js';
import { DocumentReader, pointerTo } from './document.js';
import type { CaseCode, RefusedCase } from './refused-case.js';

/** What a fund's percent is of: the result, the result less the losses covered, or what is left at this step. */
export type StepBase = 'result' | 'after-losses' | 'remaining';

/** Up to where a fund grows: an amount, or a percent of one of the books' balances. */
export type Cap = string | { readonly percent: string; readonly of: string };

/** The rules of an assembly as the case document writes them; percents and amounts are decimal texts. */
export type RuleSet = {
  readonly code: string;
  readonly steps: readonly (
    | { readonly kind: 'cover-losses' }
    | { readonly kind: 'restore'; readonly fund: string }
    | {
        readonly kind: 'fund';
        readonly fund: string;
        readonly percent: string;
        readonly of: StepBase;
        readonly rounding: Rounding;
        readonly cap?: Cap;
        readonly excessTo?: readonly string[];
      }
  )[];
  readonly lossOrder?: readonly { readonly fund: string; readonly atMostPercent?: string }[];
  readonly bases: readonly { readonly basis: BasisName; readonly percent: string; readonly maxPerMember?: string }[];
  readonly retainPercent?: string;
  readonly offsets?: { readonly order: readonly string[]; readonly keepPercent?: string };
  readonly cashUnit?: string;
};

/** A rule set that was read: percents in permyriad, amounts in smallest units, what was left out filled in. */
export type Rules = {
  readonly code: string;
  readonly steps: readonly Step[];
  readonly lossOrder: readonly { readonly fund: string; readonly atMost: bigint }[];
  readonly bases: readonly {
    readonly basis: BasisName;
    readonly percent: bigint;
    readonly maxPerMember: bigint | null;
  }[];
  readonly retain: bigint;
  readonly offsetOrder: readonly string[];
  readonly keep: bigint;
  readonly cashUnit: bigint;
};
export type Step = { readonly kind: 'cover-losses' } | { readonly kind: 'restore'; readonly fund: string } | FundStep;
export type FundStep = {
  readonly kind: 'fund';
  readonly fund: string;
  readonly percent: bigint;
  readonly of: StepBase;
  readonly rounding: Rounding;
  readonly cap: ReadCap | null;
  readonly excessTo: readonly string[];
};
export type ReadCap = { readonly amount: bigint } | { readonly percent: bigint; readonly of: string };

/**
 * What is wrong with a rule set by itself, whatever the season, with pointers into the rule set: first the fault that counts,
 * then one for each other place, if it does not follow from these; nothing where it holds.
 * @param places how many the amounts of the co-op's currency have
 */
export function checkRuleSet(ruleSet: unknown, places: number): readonly RefusedCase[] {
  const reader = new DocumentReader(places);
  readRuleSet(ruleSet, '', reader);
  const { refused, faults } = reader;
  if (!refused) return [];
  const told = [refused, ...faults].filter(
    (fault, i, all) => all.findIndex(({ pointer }) => pointer === fault.pointer) === i,
  );
  // percents that could not be read were taken for nothing
  const unread: readonly CaseCode[] = ['bad-document', 'bad-percent'];
  const noSum = told.some(({ code, pointer }) => unread.includes(code) && pointer.startsWith('/bases'));
  return noSum ? told.filter(({ code }) => code !== 'bases-not-100') : told;
}

export function readRuleSet(value: unknown, pointer: string, reader: DocumentReader): Rules {
  const optional = ['lossOrder', 'retainPercent', 'offsets', 'cashUnit'];
  const { code, steps, lossOrder, bases, retainPercent, offsets, cashUnit } = reader.fields(
    value,
    pointer,
    ['code', 'steps', 'bases'],
    optional,
  );
  const at = (name: string) => pointerTo(pointer, name);
  const rules = {
    code: reader.name(code, at('code')),
    steps: reader.list(steps, at('steps')).map((step, i) => readStep(step, pointerTo(at('steps'), i), reader)),
    lossOrder: lossOrder === undefined ? [] : readLossOrder(lossOrder, at('lossOrder'), reader),
    bases: readBases(bases, at('bases'), reader),
    retain: retainPercent === undefined ? 0n : reader.percent(retainPercent, at('retainPercent')),
    ...(offsets === undefined ? { offsetOrder: [], keep: 0n } : readOffsets(offsets, at('offsets'), reader)),
    cashUnit: cashUnit === undefined ? 1n : readCashUnit(cashUnit, at('cashUnit'), reader),
  };
  refuseExcessToCapped(rules.steps, at('steps'), reader);
  return rules;
}

function readStep(value: unknown, pointer: string, reader: DocumentReader): Step {
  const kinds = ['cover-losses', 'restore', 'fund'] as const;
  const kindOf = Object.fromEntries(reader.entries(value, pointer)).kind;
  const kind = reader.choice(kindOf, pointerTo(pointer, 'kind'), kinds);
  if (kind === 'cover-losses') {
    // of a step of no kind nobody knows what it should have
    if (kindOf === kind) reader.fields(value, pointer, ['kind']);
    return { kind };
  }
  if (kind === 'restore') {
    const { fund } = reader.fields(value, pointer, ['kind', 'fund']);
    return { kind, fund: reader.name(fund, pointerTo(pointer, 'fund')) };
  }
  const required = ['kind', 'fund', 'percent', 'of', 'rounding'];
  const step = reader.fields(value, pointer, required, ['cap', 'excessTo']);
  return {
    kind,
    fund: reader.name(step.fund, pointerTo(pointer, 'fund')),
    percent: reader.percent(step.percent, pointerTo(pointer, 'percent')),
    of: reader.choice(step.of, pointerTo(pointer, 'of'), ['result', 'after-losses', 'remaining']),
    rounding: reader.choice(step.rounding, pointerTo(pointer, 'rounding'), ['up', 'half-up', 'down']),
    cap: step.cap === undefined ? null : readCap(step.cap, pointerTo(pointer, 'cap'), reader),
    excessTo: step.excessTo === undefined ? [] : reader.names(step.excessTo, pointerTo(pointer, 'excessTo')),
  };
}

function readCap(value: unknown, pointer: string, reader: DocumentReader): ReadCap {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { amount: reader.amount(value, pointer) };
  }
  const { percent, of } = reader.fields(value, pointer, ['percent', 'of']);
  return {
    percent: reader.percent(percent, pointerTo(pointer, 'percent')),
    of: reader.name(of, pointerTo(pointer, 'of')),
  };
}

function readLossOrder(value: unknown, pointer: string, reader: DocumentReader): Rules['lossOrder'] {
  const seen = new Set<string>();
  return reader.list(value, pointer).map((entry, i) => {
    const at = pointerTo(pointer, i);
    const { fund, atMostPercent } = reader.fields(entry, at, ['fund'], ['atMostPercent']);
    return {
      fund: reader.unique(reader.name(fund, `${at}/fund`), seen, `${at}/fund`),
      atMost: atMostPercent === undefined ? WHOLE : reader.percent(atMostPercent, `${at}/atMostPercent`),
    };
  });
}

function readBases(value: unknown, pointer: string, reader: DocumentReader): Rules['bases'] {
  const seen = new Set<string>();
  let total = 0n;
  const bases = reader.list(value, pointer).map((entry, i) => {
    const at = pointerTo(pointer, i);
    const { basis, percent, maxPerMember } = reader.fields(entry, at, ['basis', 'percent'], ['maxPerMember']);
    const name = reader.unique(reader.name(basis, `${at}/basis`), seen, `${at}/basis`);
    const known = BASIS_NAMES.find((each) => each === name);
    if (!known) reader.refuse('unknown-basis', `${at}/basis`, `is none of ${BASIS_NAMES.join(', ')}`);
    const permyriad = reader.percent(percent, `${at}/percent`);
    total += permyriad;
    return {
      basis: known ?? BASIS_NAMES[0],
      percent: permyriad,
      maxPerMember: maxPerMember === undefined ? null : reader.weight(maxPerMember, at, 'maxPerMember'),
    };
  });
  if (total !== WHOLE) reader.refuse('bases-not-100', pointer, `total ${writePercent(total)} % instead of 100.00 %`);
  return bases;
}

function readOffsets(value: unknown, pointer: string, reader: DocumentReader): Pick<Rules, 'offsetOrder' | 'keep'> {
  const { order, keepPercent } = reader.fields(value, pointer, ['order'], ['keepPercent']);
  return {
    offsetOrder: reader.names(order, `${pointer}/order`),
    keep: keepPercent === undefined ? 0n : reader.percent(keepPercent, `${pointer}/keepPercent`),
  };
}

function readCashUnit(value: unknown, pointer: string, reader: DocumentReader): bigint {
  const unit = reader.amount(value, pointer);
  if (unit > 0n) return unit;
  reader.refuse('bad-amount', pointer, 'must be above 0: nothing can be paid in coins of nothing');
  return 1n;
}

/** An excess must come to rest: a fund that takes it has no cap of its own in any step. */
function refuseExcessToCapped(steps: readonly Step[], pointer: string, reader: DocumentReader): void {
  const capped = new Set(steps.flatMap((step) => (step.kind === 'fund' && step.cap ? [step.fund] : [])));
  steps.forEach((step, i) => {
    if (step.kind !== 'fund') return;
    step.excessTo.forEach((fund, j) => {
      if (!capped.has(fund)) return;
      reader.refuse('excess-to-capped-fund', `${pointerTo(pointer, i)}/excessTo/${j}`, `${fund} has a cap itself`);
    });
  });
}
