import { BASIS_NAMES } from '../basis.js';
import { amount, choice, count, list, name, named, object, weight, type JsonSchema } from './parts.js';
import { ruleSetSchema } from './rule-set.schema.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

const debt = object(
  { code: name, kind: name, amount, consent: { type: 'boolean', description: 'signed, so that nothing is kept back' } },
  ['consent'],
);

const books = object(
  {
    revenue: amount,
    deliveries: { ...amount, description: 'what members were paid for what they delivered' },
    ownExpenses: { ...amount, description: 'costs that no grant paid' },
    priorLosses: { ...amount, description: 'that no run has covered yet' },
    funds: {
      ...named(object({ balance: amount, owed: amount }, ['balance', 'owed'])),
      description: 'what is in each fund, and what losses drew that is not restored',
    },
    balances: { ...named(amount), description: 'what caps may be a percent of' },
  },
  ['priorLosses', 'funds', 'balances'],
);

/** The case document: all that a season's shares are worked out from. */
export const caseSchema: JsonSchema = {
  $schema: DIALECT,
  $id: 'ayni:/schemas/case.v1.json',
  title: 'Case',
  description:
    'All that the shares of a season are worked out from. What a schema cannot say: the bases total 100 percent, no member and no debt kind stands twice, and amounts have at most the places of the currency.',
  ...object(
    {
      currency: { type: 'string', pattern: '^[A-Z]{3}$', description: 'ISO 4217' },
      ruleSet: ruleSetSchema,
      books,
      members: list(
        object(
          {
            member: name,
            household: name,
            tiesWon: { ...count, description: 'odd units that ties have brought her before' },
            weights: object(Object.fromEntries(BASIS_NAMES.map((basis) => [basis, weight])), BASIS_NAMES),
            debts: list(debt),
          },
          ['tiesWon', 'weights', 'debts'],
        ),
      ),
      households: list(
        object({ household: name, carried: amount, pays: choice('cash', 'transfer') }, ['carried', 'pays']),
      ),
    },
    ['households'],
  ),
};
