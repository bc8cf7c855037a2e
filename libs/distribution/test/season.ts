import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  distribute,
  isRefused,
  type PlacesOf,
  type Case,
  type Outcome,
  type RefusedCase,
  type RuleSet,
} from '../src/index.js';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const PLACES: Readonly<Record<string, number>> = { CLP: 0, JPY: 0, PYG: 0, KWD: 3, TND: 3, CLF: 4 };

/** As ISO 4217 says of the currencies of the tests. */
export const placesOf: PlacesOf = (currency) => PLACES[currency] ?? 2;

/** A case of `cases/`, as the JSON that it is. */
export const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8'));

type Fund = Extract<RuleSet['steps'][number], { kind: 'fund' }>;
export const fund = (name: string, percent: string, more: Partial<Fund> = {}): Fund => ({
  kind: 'fund',
  fund: name,
  percent,
  of: 'result',
  rounding: 'up',
  ...more,
});

/** A season with `revenue` and nothing spent, shared by minutes of work; `members` names each member's minutes. */
export function season(
  revenue: string,
  members: Readonly<Record<string, string>>,
  rules: Partial<RuleSet> = {},
  books: Partial<Case['books']> = {},
): Case {
  return {
    currency: 'BOB',
    ruleSet: { code: 'rules', steps: [], bases: [{ basis: 'work-minutes', percent: '100.00' }], ...rules },
    books: { revenue, deliveries: '0.00', ownExpenses: '0.00', funds: {}, balances: {}, ...books },
    members: Object.entries(members).map(([member, minutes]) => ({
      member,
      household: `F${member}`,
      weights: { 'work-minutes': minutes },
    })),
  };
}

export function workedOut(document: unknown): Outcome {
  const outcome = distribute(document, sha256, placesOf);
  if (isRefused(outcome)) throw new Error(`refused: ${outcome.code} at ${outcome.pointer}, ${outcome.detail}`);
  return outcome;
}

export function refusedCase(document: unknown): RefusedCase {
  const outcome = distribute(document, sha256, placesOf);
  if (!isRefused(outcome)) throw new Error('was worked out instead of refused');
  return outcome;
}

export const amountsOf = (outcome: Outcome): Record<string, string> =>
  Object.fromEntries(outcome.funds.map(({ fund: name, amount }) => [name, amount]));
