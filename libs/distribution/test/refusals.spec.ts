import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CASE_CODES, distribute, isRefused, type CaseCode } from '../src/index.js';
import { pointerTo } from '../src/document.js';
import { placesOf, readJson, refusedCase, season, sha256, workedOut } from './season.js';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
const example = (): Json => readJson('example.case.json') as Json;

/** The example with the value at `pointer` replaced, or removed where `value` is left out. */
function changed(pointer: string, value?: Json, document = example()): Json {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = names.pop() ?? '';
  const parent = names.reduce<Json>((at, name) => (at as Record<string, Json>)[name] ?? null, document);
  if (value !== undefined) (parent as Record<string, Json>)[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as Record<string, Json>)[last];
  return document;
}

/** Each fault of the codes' list, planted in the example at its own place. */
const faults: readonly [CaseCode, string, Json | undefined][] = [
  ['bad-document', '/books/revenue', undefined],
  ['bad-percent', '/ruleSet/retainPercent', '101'],
  ['bad-amount', '/books/deliveries', '-9000.00'],
  ['bad-weight', '/members/1/weights/equal', '365.5'],
  ['bases-not-100', '/ruleSet/bases/0/percent', '69.99'],
  ['unknown-basis', '/ruleSet/bases/1/basis', 'age'],
  ['excess-to-capped-fund', '/ruleSet/steps/4/cap', '1.00'],
  ['duplicate-member', '/members/2/member', '001'],
  ['basis-without-entries', '/ruleSet/bases/2/maxPerMember', '0'],
];

describe('a case with a fault', () => {
  test('is refused with the code of the fault', () => {
    expect(faults.map(([code]) => code)).toEqual(CASE_CODES);
    for (const [code, pointer, value] of faults) expect(refusedCase(changed(pointer, value)).code).toBe(code);
  });

  test('and with several faults is refused for the one that comes first in the list of codes', () => {
    faults.forEach((_, first) => {
      const document = faults
        .slice(first)
        .reduceRight((at, [, pointer, value]) => changed(pointer, value, at), example());
      expect(refusedCase(document).code).toBe(CASE_CODES[first]);
    });
  });

  test.each<[string, string, Json | undefined, CaseCode]>([
    ['no currency', '/currency', undefined, 'bad-document'],
    ['a currency that is a word', '/currency', 'bolivianos', 'bad-document'],
    ['no members', '/members', undefined, 'bad-document'],
    ['members that are no list', '/members', {}, 'bad-document'],
    ['a member that is no object', '/members/1', 'Juana', 'bad-document'],
    ['no books', '/books', undefined, 'bad-document'],
    ['funds that are a list', '/books/funds', [], 'bad-document'],
    ['balances that are null', '/books/balances', null, 'bad-document'],
    ['weights that are null', '/members/1/weights', null, 'bad-document'],
    ['a fund that is an amount', '/books/funds/legal-reserve', '1.00', 'bad-document'],
    ['an unknown field', '/books/grants', '40000.00', 'bad-document'],
    ['an unknown field of a debt', '/members/0/debts/0/interest', '1', 'bad-document'],
    ['debts that are null', '/members/1/debts', null, 'bad-document'],
    ['households that are null', '/households', null, 'bad-document'],
    ['a household twice', '/households/1/household', 'F01', 'bad-document'],
    ['a debt code twice', '/members/0/debts/1/code', 'A1', 'bad-document'],
    ['a payment by mule', '/households/1/pays', 'mule', 'bad-document'],
    ['a consent that is a text', '/members/0/debts/0/consent', 'yes', 'bad-document'],
    ['ties below zero', '/members/0/tiesWon', -1, 'bad-document'],
    ['half a tie', '/members/0/tiesWon', 0.5, 'bad-document'],
    ['ties as text', '/members/0/tiesWon', '0', 'bad-document'],
    ['a member number that is a number', '/members/0/member', 1, 'bad-document'],
    ['an empty member number', '/members/0/member', '', 'bad-document'],
    ['a fund without a name', '/books/funds/', {}, 'bad-document'],
    ['an amount that is a number', '/books/revenue', 48000, 'bad-amount'],
    ['an amount that is null', '/books/revenue', null, 'bad-amount'],
    ['an amount that is an object', '/books/revenue', {}, 'bad-amount'],
    ['an amount with a comma', '/books/revenue', '48000,00', 'bad-amount'],
    ['an amount with three places', '/books/revenue', '1.000', 'bad-amount'],
    ['an amount with an exponent', '/books/revenue', '1e3', 'bad-amount'],
    ['an amount with a space', '/books/revenue', ' 1.00', 'bad-amount'],
    ['an amount with a line end', '/books/revenue', '1.00\n', 'bad-amount'],
    ['an amount without digits', '/books/revenue', '', 'bad-amount'],
    ['an amount in other digits', '/books/revenue', '١٢', 'bad-amount'],
    ['a plus sign', '/households/0/carried', '+0.07', 'bad-amount'],
    ['a debt below zero', '/members/0/debts/0/amount', '-1.00', 'bad-amount'],
    ['a balance that is no amount', '/books/balances/a~1b', 'much', 'bad-amount'],
    ['a weight that is a number', '/members/0/weights/equal', 365, 'bad-weight'],
    ['a weight with places', '/members/0/weights/equal', '365.00', 'bad-weight'],
    [
      'a weight that is nothing, though the rules do not use it',
      '/members/0/weights/certificate-days',
      '',
      'bad-weight',
    ],
  ])('is refused with %s', (_, pointer, value, code) => {
    expect(refusedCase(changed(pointer, value))).toMatchObject({ code, pointer });
  });

  test('is refused where it is no document at all', () => {
    for (const document of [undefined, null, 'case', 7, [], [example()]]) {
      expect(refusedCase(document)).toMatchObject({ code: 'bad-document' });
    }
  });

  test('shows the pool that meets no entries and what the assembly can choose instead', () => {
    expect(refusedCase(season('1000.00', { '001': '0', '002': '0', '003': '0' }))).toMatchObject({
      code: 'basis-without-entries',
      pointer: '/ruleSet/bases/0',
      basis: 'work-minutes',
      pool: '1000.00',
      choices: ['another-basis', 'equal', 'into-a-reserve'],
    });
  });

  test('names like those of every object are names, not faults', () => {
    const document = season('10.00', { toString: '1' }, { steps: [{ kind: 'restore', fund: 'constructor' }] });
    const funds = JSON.parse('{ "__proto__": { "balance": "5.00" } }') as Record<string, { balance: string }>;
    const steps = [{ kind: 'restore', fund: '__proto__' }] as const;
    expect(workedOut(document).restored).toEqual({ constructor: '0.00' });
    const outcome = workedOut({
      ...document,
      ruleSet: { ...document.ruleSet, steps },
      books: { ...document.books, funds },
    });
    expect(outcome.funds).toEqual([{ fund: '__proto__', amount: '0.00', balance: '5.00' }]);
    expect(JSON.stringify(outcome.restored)).toBe('{"__proto__":"0.00"}');
  });

  test('whatever is broken in it, is answered with an outcome or a known code at a place, never with an error', () => {
    const places: string[] = [];
    const visit = (value: Json, pointer: string): void => {
      if (pointer) places.push(pointer);
      if (typeof value === 'object' && value !== null) {
        for (const [name, entry] of Object.entries(value)) visit(entry, pointerTo(pointer, name));
      }
    };
    visit(example(), '');
    const junk = fc.oneof(
      fc.constant(undefined),
      fc.constantFrom<Json>('-0', '1e2', '0', '100', '00.5', '9'.repeat(400), 0, -1, 1e308, true, null, [], {}),
      fc.jsonValue().map((value) => value as Json),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (pointer, value) => {
        const outcome = distribute(changed(pointer, value), sha256, placesOf);
        if (!isRefused(outcome)) return expect(outcome.fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
        expect(CASE_CODES).toContain(outcome.code);
        expect(outcome.pointer).toMatch(/^(\/[^/]*)*$/);
      }),
      { numRuns: 2000 },
    );
  });
});
