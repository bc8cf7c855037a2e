import { BASIS_NAMES } from '@ayni/distribution';
import { DEBT_KINDS } from './debt.js';

const name = { type: 'string', minLength: 1, maxLength: 64 };
const percent = { type: 'string', pattern: '^\\d{1,3}(\\.\\d{1,2})?$', description: 'from "0" to "100.00"' };
const amount = { type: 'string', pattern: '^\\d+(\\.\\d+)?$', description: 'in the places of the currency' };

const object = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object => ({
  type: 'object',
  required: Object.keys(properties).filter((field) => !optional.includes(field)),
  properties,
  additionalProperties: false,
});
const list = (items: object): object => ({ type: 'array', items });

const step = {
  oneOf: [
    object({ kind: { type: 'string', enum: ['cover-losses'] } }),
    object({ kind: { type: 'string', enum: ['restore'] }, fund: name }),
    object(
      {
        kind: { type: 'string', enum: ['fund'] },
        fund: name,
        percent,
        of: { type: 'string', enum: ['result', 'after-losses', 'remaining'] },
        rounding: { type: 'string', enum: ['up', 'half-up', 'down'] },
        cap: { oneOf: [amount, object({ percent, of: name })], description: 'up to where the fund grows' },
        excessTo: { ...list(name), description: 'the funds that take what is above the cap, in this order' },
      },
      ['cap', 'excessTo'],
    ),
  ],
};

const offsetsOf = (kind: object): object =>
  object(
    {
      order: { ...list(kind), description: 'the debts that are set off' },
      keepPercent: { ...percent, description: 'of each share, what is paid whatever she owes' },
    },
    ['keepPercent'],
  );

const FIELDS = {
  code: name,
  steps: { ...list(step), description: 'what comes before the members, in this order' },
  lossOrder: {
    ...list(object({ fund: name, atMostPercent: percent }, ['atMostPercent'])),
    description: 'the funds that bear a loss, in this order',
  },
  bases: {
    ...list(
      object(
        {
          basis: { type: 'string', enum: [...BASIS_NAMES] },
          percent,
          maxPerMember: {
            type: 'string',
            pattern: '^\\d+$',
            description: 'of one member no more than that counts',
          },
        },
        ['maxPerMember'],
      ),
    ),
    description: 'by what the pool is shared; their percents total 100',
  },
  retainPercent: { ...percent, description: "of each share, what stays in the co-op as the member's capital" },
  offsets: offsetsOf({ type: 'string', enum: [...DEBT_KINDS] }),
};
const OPEN = ['lossOrder', 'retainPercent', 'offsets'];

/** The rules of an assembly as the API takes them: those of the case document, with the coin beside them. */
export const RULE_SET_SCHEMA = {
  ...object(FIELDS, OPEN),
  description: 'steps, bases and offsets as the assembly voted them, in the words of the case document',
  example: {
    code: 'by-work',
    steps: [{ kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'result', rounding: 'up' }],
    bases: [{ basis: 'work-minutes', percent: '100.00' }],
  },
};

/** The same as it is answered: with the coin where it is a case document's, and in words that older books may have. */
export const ANSWERED_RULES_SCHEMA = {
  ...object({ ...FIELDS, offsets: offsetsOf(name), cashUnit: amount }, [...OPEN, 'cashUnit']),
  description: 'steps, bases and offsets as the assembly voted them',
};
