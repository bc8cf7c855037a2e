import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  BASIS_NAMES,
  canonicalJson,
  isRefused,
  outcomeOf,
  sealedText,
  workOut,
  writeFigures,
  writtenByOne,
  type Case,
  type WorkedCase,
} from '../src/index.js';
import { placesOf, sha256 } from './season.js';

/** Names that JSON has to write otherwise than they are, too. */
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
const weight = fc.nat(40_000).map(String);

const someCase: fc.Arbitrary<Case> = fc
  .record({
    currency: fc.constantFrom('BOB', 'JPY', 'TND'),
    revenue: fc.nat(900_000),
    bases: fc.shuffledSubarray([...BASIS_NAMES], { minLength: 1 }),
    most: fc.option(weight, { nil: undefined }),
    retainPercent: fc.constantFrom('0', '12.5'),
    cashUnit: fc.constantFrom('1', '500'),
    carried: fc.nat(900).map(String),
    households: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    members: fc.uniqueArray(
      fc.record({
        member: name,
        weights: fc.record(Object.fromEntries(BASIS_NAMES.map((basis) => [basis, weight]))),
        tiesWon: fc.nat(3),
        debts: fc.uniqueArray(name, { maxLength: 2 }),
        place: fc.nat(2),
      }),
      { minLength: 1, maxLength: 5, selector: ({ member }) => member },
    ),
  })
  .map(({ currency, revenue, bases, most, retainPercent, households, members, cashUnit, carried }) => ({
    currency,
    ruleSet: {
      code: 'rules',
      steps: [],
      bases: bases.map((basis, i) => ({
        basis,
        percent: i === 0 ? String(100 - 10 * (bases.length - 1)) : '10',
        ...(most === undefined ? {} : { maxPerMember: most }),
      })),
      retainPercent,
      cashUnit,
      offsets: { order: ['loan'], keepPercent: '20' },
    },
    books: { revenue: String(revenue), deliveries: '0', ownExpenses: '0' },
    members: members.map(({ debts, place, ...said }) => ({
      ...said,
      household: households[place % households.length] ?? '',
      debts: debts.map((code, i) => ({ code, kind: 'loan', amount: '1', consent: i === 0 })),
    })),
    households: households.map((household, i) => ({ household, carried, pays: i === 0 ? 'transfer' : 'cash' })),
  }));

const someWorked: fc.Arbitrary<WorkedCase> = someCase
  .map((document) => workOut(document, placesOf))
  .filter((worked): worked is WorkedCase => !isRefused(worked));

const sealedOf = (worked: WorkedCase): { readonly case: Case; readonly outcome: object } =>
  JSON.parse([...sealedText(worked)].join(''));

describe('what a fingerprint seals', () => {
  test('is the canonical JSON of what it says, whatever members and households are called', () => {
    fc.assert(
      fc.property(someWorked, (worked) =>
        expect([...sealedText(worked)].join('')).toBe(canonicalJson(sealedOf(worked))),
      ),
    );
  });

  test('are the figures of the outcome, of everybody', () => {
    fc.assert(fc.property(someWorked, (worked) => expect(sealedOf(worked).outcome).toEqual(writeFigures(worked))));
  });

  test('is what the case says of everybody, filled in, with the weights that count', () => {
    fc.assert(
      fc.property(someWorked, (worked) => {
        const { members, households, rules, places } = worked.case;
        const unitsOf = (amount: string): bigint => BigInt(amount.replace('.', ''));
        const sealed = sealedOf(worked).case;
        expect(sealed.members).toHaveLength(members.length);
        sealed.members.forEach((said, i) => {
          const member = members[i];
          const weighed = rules.bases.map(({ basis }) => [basis, String(member?.weights[basis])]);
          expect(said).toMatchObject({
            member: member?.member,
            household: member?.household,
            tiesWon: member?.tiesWon,
          });
          expect(said.weights).toEqual(Object.fromEntries(weighed));
          expect(said.debts?.map((debt) => ({ ...debt, amount: unitsOf(debt.amount) }))).toEqual(member?.debts);
        });
        expect(sealed.households?.map((one) => ({ ...one, carried: unitsOf(one.carried ?? '') }))).toEqual(households);
        expect(sealed.households?.every(({ carried }) => (carried?.split('.')[1]?.length ?? 0) === places)).toBe(true);
      }),
    );
  });
});

test('what is written of everybody one by one is what the whole outcome says, letter by letter', () => {
  fc.assert(
    fc.property(someWorked, (worked) => {
      const { members, households } = outcomeOf(worked, sha256);
      const shares = [...writtenByOne(worked)].flatMap(({ share }) => share ?? []);
      const figures = (of: 'member' | 'household'): unknown[] =>
        shares.filter((share) => share.of === of).map((share): unknown => JSON.parse(share.figures));
      expect(figures('member')).toEqual(members);
      expect(figures('household')).toEqual(households);
      const written = shares.flatMap((share) => (share.of === 'member' ? share.figures.split(',"workings":')[1] : []));
      expect(written).toEqual(members.map(({ workings }) => `${JSON.stringify(workings)}}`));
      expect([...writtenByOne(worked)].map(({ sealed }) => sealed).join('')).toBe([...sealedText(worked)].join(''));
    }),
  );
});
