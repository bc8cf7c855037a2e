import { BASIS_NAMES } from '../basis.js';
import { amount, choice, count, list, name, named, weight, type JsonSchema } from './parts.js';

/** An object with at least these fields: workings may stand beside the figures. */
const open = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

const signed: JsonSchema = { type: 'string', pattern: '^-?\\d+(?:\\.\\d{1,4})?$', description: 'a decimal text' };
const ofFund = open({ fund: name, amount });

/** The outcome document: what a case comes to. */
export const outcomeSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'ayni:/schemas/outcome.v1.json',
  title: 'Outcome',
  description:
    'What a case comes to, in amounts with exactly the places of its currency; members and households by key.',
  ...open({
    result: signed,
    lossesCovered: amount,
    restored: named(amount),
    funds: list(open({ fund: name, amount: signed, balance: signed })),
    loss: { oneOf: [{ type: 'null' }, open({ amount, drawn: list(ofFund), forward: amount })] },
    pool: amount,
    bases: list(open({ basis: choice(...BASIS_NAMES), pool: amount, totalWeight: weight })),
    members: list(
      open({
        member: name,
        household: name,
        shares: { type: 'object', propertyNames: choice(...BASIS_NAMES), additionalProperties: amount },
        share: amount,
        retained: amount,
        offset: amount,
        debtLeft: amount,
        net: amount,
        tiesWon: { ...count, description: 'after this run' },
      }),
    ),
    households: list(open({ household: name, net: amount, paid: amount, carried: amount })),
    totals: open({ shares: amount, retained: amount, offset: amount, net: amount, paid: amount, carried: amount }),
    fingerprint: {
      type: 'string',
      pattern: '^sha256:[0-9a-f]{64}$',
      description:
        'SHA-256 over the canonical JSON (RFC 8785) of { "case", "outcome" } without this field and the workings',
    },
  }),
};
