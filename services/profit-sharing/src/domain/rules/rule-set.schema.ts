import { amountSchema, BASIS_NAMES, OPEN_RULE_FIELDS, ruleSetFields, type JsonSchema } from '@ayni/distribution';
import { DEBT_KINDS } from '../debts/debt.js';

const name: JsonSchema = { type: 'string', minLength: 1, maxLength: 64 };
const basis: JsonSchema = { type: 'string', enum: [...BASIS_NAMES] };

const rules = (properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[]): JsonSchema => ({
  type: 'object',
  required: Object.keys(properties).filter((field) => !optional.includes(field)),
  properties,
  additionalProperties: false,
});

/** The rules of an assembly as the API takes them: those of the case document, with the coin beside them. */
export const RULE_SET_SCHEMA = {
  ...rules(
    ruleSetFields({ code: name, fund: name, basis, debt: { type: 'string', enum: [...DEBT_KINDS] } }),
    OPEN_RULE_FIELDS,
  ),
  description: 'steps, bases and offsets as the assembly voted them, in the words of the case document',
  example: {
    code: 'by-work',
    steps: [{ kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'result', rounding: 'up' }],
    bases: [{ basis: 'work-minutes', percent: '100.00' }],
  },
};

/** The same as it is answered: with the coin where it is a case document's, and in words that older books may have. */
export const ANSWERED_RULES_SCHEMA = {
  ...rules({ ...ruleSetFields({ code: name, fund: name, basis, debt: name }), cashUnit: amountSchema }, [
    ...OPEN_RULE_FIELDS,
    'cashUnit',
  ]),
  description: 'steps, bases and offsets as the assembly voted them',
};
