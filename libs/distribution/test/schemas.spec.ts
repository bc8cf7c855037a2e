import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { caseSchema, distribute, isRefused, outcomeSchema } from '../src/index.js';
import { placesOf, readJson, sha256 } from './season.js';

const ajv = new Ajv2020({ strict: true, strictRequired: false });
const isCase = ajv.compile(caseSchema);
const isOutcome = ajv.compile(outcomeSchema);

const cases = readdirSync(new URL('../cases/', import.meta.url))
  .filter((name) => name.endsWith('.case.json'))
  .map((name) => ({ name, document: readJson(name), outcome: distribute(readJson(name), sha256, placesOf) }));

/** What a schema cannot see: it counts nothing, and knows neither the co-op's members nor the places of a currency. */
const UNSEEN = ['bases-not-100', 'excess-to-capped-fund', 'duplicate-member', 'basis-without-entries'];

describe('the published schemas', () => {
  test.each(cases)('fit $name, or refuse it as the arithmetic does', ({ document, outcome }) => {
    if (isRefused(outcome) && !UNSEEN.includes(outcome.code)) expect(isCase(document)).toBe(false);
    else expect([isCase(document), isCase.errors]).toEqual([true, null]);
  });

  test.each(cases.filter(({ outcome }) => !isRefused(outcome)))(
    'fit the outcome of $name, ours and the one worked out apart',
    ({ name, outcome }) => {
      expect([isOutcome(outcome), isOutcome.errors]).toEqual([true, null]);
      const apart = readJson(name.replace('.case.', '.outcome.'));
      const fingerprint = isRefused(outcome) ? '' : outcome.fingerprint;
      expect([isOutcome({ fingerprint, ...Object(apart) }), isOutcome.errors]).toEqual([true, null]);
    },
  );

  test('refuse a figure that is a number, a percent above 100 and a field that no case has', () => {
    const example = Object(readJson('example.case.json'));
    for (const changed of [
      { ...example, books: { ...example.books, revenue: 48000 } },
      { ...example, ruleSet: { ...example.ruleSet, retainPercent: '100.01' } },
      { ...example, season: '2026' },
      { ...example, currency: 'Bs' },
    ])
      expect(isCase(changed)).toBe(false);
  });
});
