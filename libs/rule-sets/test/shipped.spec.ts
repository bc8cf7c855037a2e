import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkRuleSet, distribute, isRefused, ruleSetSchema } from '@ayni/distribution';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { brokenLimits, indexPage, pageOf, sentencesOf, shippedName, shippedRuleSets } from '../src/index.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const isRuleSet = new Ajv2020().compile(ruleSetSchema);
const PAGES = new URL('../../../docs/treasurer/rules/', import.meta.url);

const named = shippedRuleSets.map((set) => ({ code: set.code, set }));

test('there are those of eight countries and the plain one, each under a code of its own', () => {
  expect(new Set(shippedRuleSets.map(({ country }) => country)).size).toBe(10);
  expect(new Set(shippedRuleSets.map(({ code }) => code)).size).toBe(shippedRuleSets.length);
});

describe.each(named)('the rule set $code', ({ set }) => {
  const { code, law, rules, sources, limits, example } = set;

  test('fits the schema that seasons use, and holds by itself', () => {
    expect([isRuleSet(rules), isRuleSet.errors]).toEqual([true, null]);
    expect(checkRuleSet(rules, 2)).toEqual([]);
    expect(rules.code).toBe(code);
  });

  test('names a source for each of its lines, and is within what its law asks', () => {
    const lines = sentencesOf(rules, shippedName).map(({ pointer }) => pointer);
    expect(Object.keys(sources).toSorted()).toEqual(law ? lines.toSorted() : []);
    expect(brokenLimits(rules, limits)).toEqual([]);
  });

  test('names no fund without a name in words', () => {
    const funds = JSON.stringify(rules).match(/(?<="fund":")[^"]+/g) ?? [];
    for (const fund of funds) expect(shippedName(fund).es).not.toBe(fund);
  });

  test('gives what its example has worked out by hand', () => {
    const outcome = distribute({ ...example.case, ruleSet: rules }, sha256, () => 2);
    if (isRefused(outcome)) throw new Error(outcome.detail);
    expect(Object.fromEntries(outcome.funds.map(({ fund, amount }) => [fund, amount]))).toEqual(example.funds);
    expect(outcome.pool).toBe(example.pool);
    expect(Object.fromEntries(outcome.members.map(({ member, share }) => [member, share]))).toEqual(example.shares);
  });

  test('has its page for the treasurer', () => {
    expect(readFileSync(new URL(`${code}.md`, PAGES), 'utf8')).toBe(pageOf(set));
  });
});

test('the page of all names each of them', () => {
  expect(readFileSync(new URL('README.md', PAGES), 'utf8')).toBe(indexPage());
});
