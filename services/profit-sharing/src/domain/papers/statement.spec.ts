import { hash } from 'node:crypto';
import { BASIS_NAMES, distribute, isRefused, type BasisName, type Case, type RuleSet } from '@ayni/distribution';
import { formatAmount, parseDecimal, placesIn, placesOf, readAmount } from '@ayni/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calledFunds } from '../rules/called-funds.js';
import { summaryOf } from '../runs/run-shares.js';
import { householdStatement, memberStatement, type StatementLine } from './statement.js';

const LANGUAGES = ['es', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

const FUNDS = ['reserve', 'education', 'social'].map((code) => {
  return { code, nameEs: `Fondo ${code}`, nameEn: `The ${code} fund`, legalName: '' };
});

const percent = fc.nat(10_000).map((permyriad) => formatAmount(BigInt(permyriad), 2));

/** Percents of bases, which total 100. */
const cuts = fc
  .uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 5, maxLength: 5 })
  .map((marks) => [0, ...marks.toSorted((a, b) => a - b), 10_000])
  .map((marks) => marks.slice(1).map((mark, i) => formatAmount(BigInt(mark - (marks[i] ?? 0)), 2)));

const step = (places: number): fc.Arbitrary<RuleSet['steps'][number]> =>
  fc.oneof(
    fc.constant({ kind: 'cover-losses' as const }),
    fc.constant({ kind: 'restore' as const, fund: 'reserve' }),
    fc
      .record({
        percent,
        of: fc.constantFrom('result' as const, 'after-losses' as const, 'remaining' as const),
        rounding: fc.constantFrom('up' as const, 'half-up' as const, 'down' as const),
        cap: fc.option(fc.nat(1_000_000), { nil: undefined }),
        passesOn: fc.boolean(),
      })
      .map(({ cap, passesOn, ...more }) => ({
        ...{ kind: 'fund' as const, fund: 'reserve', ...more },
        ...(cap === undefined
          ? {}
          : {
              cap: formatAmount(BigInt(cap), places),
              ...(passesOn ? { excessTo: ['education', 'social'] } : {}),
            }),
      })),
  );

/** Any season of any currency, shared by every basis that there is. */
const someCase: fc.Arbitrary<Case> = fc.constantFrom('BOB', 'JPY', 'TND').chain((currency) => {
  const places = placesOf(currency);
  const amount = (max: number): fc.Arbitrary<string> => fc.nat(max).map((units) => formatAmount(BigInt(units), places));
  const member = fc.record({
    household: fc.constantFrom('F1', 'F2'),
    tiesWon: fc.nat(2),
    weights: fc.record(Object.fromEntries(BASIS_NAMES.map((basis) => [basis, fc.nat(500_000)]))),
    debts: fc.array(fc.record({ kind: fc.constantFrom('advance', 'loan'), amount: amount(100_000) }), { maxLength: 2 }),
  });
  return fc
    .record({
      books: fc.record({
        revenue: amount(2_000_000_000),
        deliveries: amount(1_000_000),
        ownExpenses: amount(1_000_000),
      }),
      priorLosses: amount(100_000),
      owed: amount(100_000),
      steps: fc.array(step(places), { maxLength: 4 }),
      percents: cuts,
      maxPerMember: fc.option(fc.nat(400_000).map(String), { nil: undefined }),
      members: fc.array(member, { minLength: 1, maxLength: 5 }),
      carried: amount(99),
      retainPercent: percent,
      cashUnit: fc.integer({ min: 1, max: 100 }).map((units) => formatAmount(BigInt(units), places)),
    })
    .map(({ books, priorLosses, owed, steps, percents, maxPerMember, members, carried, retainPercent, cashUnit }) => ({
      currency,
      ruleSet: {
        code: 'any',
        ...{ steps, retainPercent, cashUnit, offsets: { order: ['advance', 'loan'], keepPercent: '20.00' } },
        bases: BASIS_NAMES.map((basis, i) => ({
          ...{ basis, percent: percents[i] ?? '' },
          ...(maxPerMember === undefined ? {} : { maxPerMember }),
        })),
      },
      books: {
        ...books,
        priorLosses,
        funds: { reserve: { balance: formatAmount(5000n, places), owed } },
        balances: {},
      },
      members: members.map(({ weights, debts, ...more }, i) => ({
        ...{ member: `00${i + 1}`, ...more },
        weights: Object.fromEntries(Object.entries(weights).map(([basis, weight]) => [basis, String(weight)])),
        debts: debts.map((debt, place) => ({ code: `D${place}`, ...debt, consent: false })),
      })),
      households: [{ household: 'F1', carried, pays: 'cash' as const }],
    }));
});

/** What a text says beside its figures: one of each language. */
const match = (text: string, ...patterns: readonly RegExp[]): Record<string, string> => {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.groups;
    if (found) return found;
  }
  throw new Error(`nobody can redo ${text}`);
};

const N = String.raw`-?\d+(?:\.\d+)?`;
const BASIS = {
  es: new RegExp(
    String.raw`^(?:de (?<weight>.+?) cuentan (?<counted>.+?); )?(?<percent>${N}) % de (?<pool>${N}) (?:son (?<is>${N})|= (?<floor>${N}) y (?<fraction>\d+/\d+) de \S+, (?<odd>.+?): (?<comes>${N}))(?:; (?<of>${N}) × (?<mine>.+?) ÷ (?<all>.+?) = (?<part>${N})(?: y (?<rest>\d+/\d+) de \S+; (?<oddPart>.+))?)?$`,
  ),
  en: new RegExp(
    String.raw`^(?:of (?<weight>${N} \D+?(?:\(.+?\))?) (?<counted>${N}.+?) count; )?(?<percent>${N}) % of (?<pool>${N}) (?:is (?<is>${N})|= (?<floor>${N}) and (?<fraction>\d+/\d+) of (?:a )?\S+, (?<odd>.+?): (?<comes>${N}))(?:; (?<of>${N}) × (?<mine>.+?) ÷ (?<all>.+?) = (?<part>${N})(?: and (?<rest>\d+/\d+) of (?:a )?\S+; (?<oddPart>.+))?)?$`,
  ),
};
const FUND = {
  es: new RegExp(
    String.raw`^(?<percent>${N}) % de (?<base>${N}), redondeado (?<rounding>.+?): (?<due>${N}); quedan (?<left>${N})(?:; solo hay (?<there>${N}))?(?:; hasta su límite le caben (?<room>${N}))?(?<on>(?:; ${N} pasan a «[^;]+»)*)$`,
  ),
  en: new RegExp(
    String.raw`^(?<percent>${N}) % of (?<base>${N}), rounded (?<rounding>.+?): (?<due>${N}); (?<left>${N}) is left(?:; only (?<there>${N}) is there)?(?:; up to its limit it can take (?<room>${N}))?(?<on>(?:; ${N} goes on to «[^;]+»)*)$`,
  ),
};

/** With a pencil, in the smallest units of the currency. */
class Pencil {
  constructor(
    private readonly places: number,
    private readonly language: Language,
  ) {}

  units(text = '0'): bigint {
    return readAmount(text, this.places);
  }

  /** A sum of the basis' part of the pool and of what is hers of it. */
  basis(working: string): bigint {
    const said = match(working, BASIS[this.language]);
    const { percent: of = '', pool, is, floor, fraction, odd, comes } = said;
    const product = this.units(pool) * parseDecimal(of, 2).units;
    const basisPool = this.units(is ?? comes);
    if (is === undefined) {
      expect([this.units(floor), fraction]).toEqual([product / 10_000n, `${product % 10_000n}/10000`]);
      expect(basisPool).toBe(product / 10_000n + this.added(odd));
    } else expect(product).toBe(basisPool * 10_000n);
    const { mine, all, part, rest, oddPart } = said;
    if (mine === undefined || all === undefined) {
      expect(basisPool).toBe(0n);
      return 0n;
    }
    expect(this.units(said.of)).toBe(basisPool);
    const [weight, total] = [weightIn(mine), weightIn(all)];
    expect(this.units(part)).toBe((basisPool * weight) / total);
    const remainder = (basisPool * weight) % total;
    expect(rest).toBe(remainder === 0n ? undefined : `${remainder}/${total}`);
    return this.units(part) + this.added(oddPart);
  }

  fund(working: string): bigint {
    const said = match(working, FUND[this.language]);
    const { percent: of = '', base, rounding = '', due, there, room, on = '' } = said;
    const product = this.units(base) * parseDecimal(of, 2).units;
    const up = { hacia: 0n, al: 5000n, to: 5000n, up: 9999n, down: 0n }[rounding.split(' ')[0] ?? ''] ?? 0n;
    expect(this.units(due)).toBe((product + (rounding === 'hacia arriba' ? 9999n : up)) / 10_000n);
    const reached = there === undefined ? this.units(due) : this.units(there);
    const own = room === undefined || this.units(room) > reached ? reached : this.units(room);
    const passedOn = [...on.matchAll(new RegExp(`; (${N}) `, 'g'))].map(([, amount]) => this.units(amount));
    if (passedOn.length > 0) expect(passedOn.reduce((sum, one) => sum + one, own)).toBe(reached);
    return passedOn.reduce((sum, one) => sum + one, own);
  }

  /** `a − b + c`. */
  sum(working: string): bigint {
    const numbers = [...working.matchAll(new RegExp(String.raw`([−+])?\s*(?:[^\d−+]*?)(${N})`, 'g'))];
    return numbers.reduce((sum, [, sign, amount]) => sum + (sign === '−' ? -1n : 1n) * this.units(amount), 0n);
  }

  /** The odd unit, where she got one. */
  private added(why = ''): bigint {
    const [, plus] = /^(?:más|plus) ([\d.]+)/.exec(why) ?? [];
    return plus === undefined ? 0n : this.units(plus);
  }
}

/** What is reckoned with; hours stand beside the minutes, and say the same. */
function weightIn(said: string): bigint {
  const [, number = ''] = /^(\d+(?:\.\d+)?) /.exec(said) ?? [];
  const [, hours, minutes = '0'] = /\((\d+) (?:horas?|hours?)(?: (\d+) (?:minutos?|minutes?))?\)$/.exec(said) ?? [];
  if (hours !== undefined) expect(String(Number(hours) * 60 + Number(minutes))).toBe(number);
  return BigInt(number.replace('.', ''));
}

function redo(lines: readonly StatementLine[], document: Case, language: Language): void {
  const places = placesOf(document.currency);
  const pencil = new Pencil(places, language);
  const amounts = lines.map(({ amount }) => pencil.units(amount));
  const isLoss = (amounts[0] ?? 0n) <= 0n;
  expect(pencil.sum(lines[0]?.working ?? '')).toBe(amounts[0]);
  const steps = isLoss ? [] : document.ruleSet.steps;
  steps.forEach((each, i) => {
    const { working = '' } = lines[i + 1] ?? {};
    if (each.kind === 'fund') expect(pencil.fund(working)).toBe(amounts[i + 1]);
  });
  const toFunds = steps.reduce((sum, _, i) => sum + (amounts[i + 1] ?? 0n), 0n);
  const first = steps.length + 2;
  if (!isLoss) expect(amounts[first - 1]).toBe((amounts[0] ?? 0n) - toFunds);
  const bases: readonly BasisName[] = document.ruleSet.bases.map(({ basis }) => basis);
  bases.forEach((_, i) => expect(pencil.basis(lines[first + i]?.working ?? '')).toBe(amounts[first + i]));
  for (const place of [first + bases.length, lines.length - 1])
    expect(pencil.sum(lines[place]?.working ?? '')).toBe(amounts[place]);
}

const sha256 = (text: string): string => hash('sha256', text);

describe('a printed statement', () => {
  test.each(LANGUAGES)('can be redone to the smallest unit, on every basis and in every currency (%s)', (language) => {
    let redone = 0;
    fc.assert(
      fc.property(someCase, (document) => {
        const outcome = distribute(document, sha256, placesOf);
        // of nobody's weight there is nothing to redo
        if (isRefused(outcome)) return;
        const summary = summaryOf({ case: document, outcome });
        const weights = new Map(document.members.map((each) => [each.member, each.weights]));
        const carried = new Map(document.households?.map((each) => [each.household, each.carried]));
        const nothing = formatAmount(0n, placesIn(outcome.result));
        const members = outcome.members.map((figures) => ({ figures, weights: weights.get(figures.member) ?? {} }));
        const named = { ...summary, funds: calledFunds(document.ruleSet, FUNDS) };
        for (const member of members) redo(memberStatement(named, member, language).workings, document, language);
        for (const household of outcome.households) {
          const share = {
            figures: household,
            carriedBefore: carried.get(household.household) ?? nothing,
            members: outcome.members.filter((one) => one.household === household.household),
          };
          const { workings, figures } = householdStatement(summary, share, language);
          const pencil = new Pencil(placesIn(outcome.result), language);
          const net = workings.slice(0, -4).reduce((sum, { working }) => sum + pencil.sum(working), 0n);
          const due = net + pencil.units(figures.carriedBefore);
          const coin = pencil.units(document.ruleSet.cashUnit);
          expect(workings.slice(-4).map(({ amount }) => pencil.units(amount))).toEqual([
            ...[net, due - net, (due / coin) * coin, due % coin],
          ]);
        }
        redone += members.length;
      }),
    );
    expect(redone).toBeGreaterThan(50);
  });
});
