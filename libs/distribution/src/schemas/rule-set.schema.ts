import { BASIS_NAMES } from '../basis.js';
import { amount, choice, list, name, object, percent, weight, type JsonSchema } from './parts.js';

const stepOf = (fund: JsonSchema): JsonSchema => ({
  oneOf: [
    object({ kind: choice('cover-losses') }),
    object({ kind: choice('restore'), fund }),
    object(
      {
        kind: choice('fund'),
        fund,
        percent,
        of: choice('result', 'after-losses', 'remaining'),
        rounding: choice('up', 'half-up', 'down'),
        cap: { oneOf: [amount, object({ percent, of: fund })], description: 'up to where the fund grows' },
        excessTo: { ...list(fund), description: 'the funds that take what is above the cap, in this order' },
      },
      ['cap', 'excessTo'],
    ),
  ],
});

/** What rules may name; a season narrows it to what its books hold. */
export type RuleSetNames = Readonly<Record<'code' | 'fund' | 'basis' | 'debt', JsonSchema>>;

/** Every field of a rule set but the coin. */
export const ruleSetFields = ({ code, fund, basis, debt }: RuleSetNames): Readonly<Record<string, JsonSchema>> => ({
  code,
  steps: { ...list(stepOf(fund)), description: 'what comes before the members, in this order' },
  lossOrder: {
    ...list(object({ fund, atMostPercent: percent }, ['atMostPercent'])),
    description: 'the funds that bear a loss, in this order',
  },
  bases: {
    ...list(
      object(
        {
          basis,
          percent,
          maxPerMember: { ...weight, description: 'of one member no more than that counts' },
        },
        ['maxPerMember'],
      ),
    ),
    description: 'by what the pool is shared; their percents total 100',
  },
  retainPercent: { ...percent, description: "of each share, what stays in the co-op as the member's capital" },
  offsets: object(
    {
      order: { ...list(debt), description: 'the debts that are set off' },
      keepPercent: { ...percent, description: 'of each share, what is paid whatever she owes' },
    },
    ['keepPercent'],
  ),
});

/** The fields that a rule set may leave out. */
export const OPEN_RULE_FIELDS = ['lossOrder', 'retainPercent', 'offsets'];

/** A rule set as the case document has it. */
export const ruleSetSchema: JsonSchema = object(
  {
    ...ruleSetFields({ code: name, fund: name, basis: choice(...BASIS_NAMES), debt: name }),
    cashUnit: { ...amount, description: 'the smallest coin in which families are paid, above 0' },
  },
  [...OPEN_RULE_FIELDS, 'cashUnit'],
);
