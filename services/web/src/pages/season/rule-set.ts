import { parseDecimal } from '@ayni/kernel';
import type { Sent } from '../../api/route.js';
import type { Typed } from '../../design/form.js';
import type { PlainWord } from '../../words/say.js';
import type { RuleSet } from './rules.js';

export type SentRules = NonNullable<Sent<'POST /api/profit-sharing/v1/seasons/{code}/rules'>['body']['ruleSet']>;
type SentStep = SentRules['steps'][number];
type FundStep = Extract<SentStep, { kind: 'fund' }>;
export type StepKind = SentStep['kind'];

type RuleWord = Extract<PlainWord, `rules.${string}`>;

export const PERCENT_PLACES = 2;
export const BASES = [
  'work-minutes',
  'value-delivered',
  'quantity-delivered',
  'equal',
  'certificate-days',
  'care-minutes',
] as const;
export const DEBTS = ['fine', 'advance', 'loan', 'certificate'] as const;

/** All of a pool, in hundredths of a percent. */
export const WHOLE = 10_000n;

export const hundredths = (percent: string): bigint =>
  percent === '' ? 0n : parseDecimal(percent, PERCENT_PLACES).units;

/** What each kind of step is called, and what it does. */
export const STEP_KINDS: Readonly<Record<StepKind, { readonly name: RuleWord; readonly text: RuleWord }>> = {
  'cover-losses': { name: 'rules.cover-losses', text: 'rules.coverLossesText' },
  restore: { name: 'rules.restore', text: 'rules.restoreText' },
  fund: { name: 'rules.fund', text: 'rules.fundText' },
};

/** A step as it stands in the form; the number tells its fields from those of other steps. */
export type StepInForm = { readonly id: number; readonly kind: StepKind };

export const stepsText = (steps: readonly StepInForm[]): string =>
  steps.map(({ id, kind }) => `${id}:${kind}`).join(' ');

export const stepsIn = (text: string): readonly StepInForm[] =>
  text.split(' ').flatMap((one) => {
    const [id = '', name = ''] = one.split(':');
    const kind = (['cover-losses', 'restore', 'fund'] as const).find((known) => known === name);
    return kind === undefined ? [] : [{ id: Number(id), kind }];
  });

/** Whether the percents of the bases that were typed come to 100. */
export const isWhole = (typed: Typed): boolean =>
  BASES.reduce((sum, basis) => sum + hundredths(typed.text(`basis-${basis}`)), 0n) === WHOLE;

/**
 * The rules that were typed, as the API takes them.
 * @param before the rules that were proposed: what the form has no field for stays as it is there
 */
export function ruleSetOf(typed: Typed, code: string, before: RuleSet | undefined): SentRules {
  return {
    code,
    steps: stepsIn(typed.text('steps')).map(({ id, kind }) => stepOf(typed, id, kind, before?.steps[id])),
    ...(before?.lossOrder === undefined ? {} : { lossOrder: before.lossOrder }),
    bases: BASES.flatMap((basis) => {
      const percent = typed.text(`basis-${basis}`);
      const most = before?.bases.find((one) => one.basis === basis)?.maxPerMember ?? '';
      return /[1-9]/.test(percent) ? [{ basis, percent, ...named('maxPerMember', most) }] : [];
    }),
    ...named('retainPercent', typed.text('retain')),
    offsets: {
      order: DEBTS.filter((debt) => typed.isChecked(`debt-${debt}`)),
      ...named('keepPercent', typed.text('keep')),
    },
  };
}

function stepOf(typed: Typed, id: number, kind: StepKind, before: RuleSet['steps'][number] | undefined): SentStep {
  if (kind === 'cover-losses') return { kind };
  const fund = typed.text(`fund-${id}`);
  if (kind === 'restore') return { kind, fund };
  return {
    kind,
    fund,
    percent: typed.text(`percent-${id}`),
    of: oneOf(['result', 'after-losses', 'remaining'], typed.text(`of-${id}`)),
    rounding: oneOf(['up', 'half-up', 'down'], typed.text(`rounding-${id}`)),
    ...capOf(typed, id, before),
  };
}

/** Up to where a fund grows: an amount, or a percent of the capital; and where the rest goes, as it was before. */
function capOf(
  typed: Typed,
  id: number,
  before: RuleSet['steps'][number] | undefined,
): Partial<Pick<FundStep, 'cap' | 'excessTo'>> {
  const was = before?.kind === 'fund' ? before : undefined;
  const [amount, percent] = [typed.text(`cap-${id}`), typed.text(`cap-percent-${id}`)];
  const of = typeof was?.cap === 'object' ? was.cap.of : CAPITAL;
  if (amount === '' && percent === '') return {};
  return {
    cap: amount === '' ? { percent, of } : amount,
    ...(was?.excessTo === undefined ? {} : { excessTo: was.excessTo }),
  };
}

/** The balance of which a cap is a percent, where none is named. */
const CAPITAL = 'share-capital';

const named = <Name extends string>(name: Name, value: string): { readonly [name in Name]?: string } =>
  // an object of one name
  value === '' ? {} : ({ [name]: value } as { readonly [name in Name]: string });

function oneOf<const Choices extends readonly [string, ...string[]]>(
  choices: Choices,
  chosen: string,
): Choices[number] {
  return choices.find((choice) => choice === chosen) ?? choices[0];
}
