import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAmount } from '../src/amount.js';
import type { Case, Outcome } from '../src/index.js';
import { amountsOf, fund, readJson, season, workedOut } from './season.js';

const bolivian = [fund('legal-reserve', '10'), fund('education', '5'), fund('social', '5')];
const withVoluntary = [...bolivian, fund('voluntary-reserve', '20')];
const everybody = { '001': '21250', '002': '18700', '003': '9625', '004': '0', '005': '14050' };
const sharesOf = (outcome: Outcome) => outcome.members.map(({ share }) => share);

describe('worked examples', () => {
  test('C1a, constructed: result 48 730.55 under 10 / 5 / 5 / 20 rounded up leaves the members 29 238.32', () => {
    const outcome = workedOut(season('48730.55', everybody, { steps: withVoluntary }));
    expect(amountsOf(outcome)).toEqual({
      'legal-reserve': '4873.06',
      education: '2436.53',
      social: '2436.53',
      'voluntary-reserve': '9746.11',
    });
    expect(outcome.pool).toBe('29238.32');
  });

  test('C1b, constructed: 29 238.32 by jornales 212.5, 187, 96.25, 0, 140.5', () => {
    const outcome = workedOut(season('48730.55', everybody, { steps: withVoluntary }));
    expect(sharesOf(outcome)).toEqual(['9765.25', '8593.42', '4423.09', '0.00', '6456.56']);
  });

  test('C1c, constructed: the same in coins of 0.10 is rounded down per household and the rest carried', () => {
    // the source rounds the whole pay sheet to coins instead and carries 0.02 in all
    const outcome = workedOut(season('48730.55', everybody, { steps: withVoluntary, cashUnit: '0.10' }));
    expect(outcome.households.map(({ paid }) => paid)).toEqual(['9765.20', '8593.40', '4423.00', '0.00', '6456.50']);
    expect(outcome.households.map(({ carried }) => carried)).toEqual(['0.05', '0.02', '0.09', '0.00', '0.06']);
    expect(outcome.totals).toMatchObject({ paid: '29238.10', carried: '0.22' });
  });

  test('result 30 000 under 10 / 5 / 5 / 20 is 3 000, 1 500, 1 500, 6 000, 18 000', () => {
    const outcome = workedOut(season('30000.00', everybody, { steps: withVoluntary }));
    expect(outcome.funds.map(({ amount }) => amount)).toEqual(['3000.00', '1500.00', '1500.00', '6000.00']);
    expect(outcome.pool).toBe('18000.00');
  });

  test('a donor grant of 40 000 in the season changes nothing: the books of a case have no place for it', () => {
    const document = season('30000.00', everybody, { steps: withVoluntary });
    const granted = { ...document, books: { ...document.books, grants: '40000.00' } };
    expect(() => workedOut(granted)).toThrow(/bad-document at \/books\/grants/);
  });

  test('C11, constructed: reserve 48 000 of a cap of 50 000, result 30 000 under 10 / 5 / 5', () => {
    const [reserve, ...others] = bolivian;
    const capped = { ...reserve!, cap: { percent: '25.00', of: 'social-fund' }, excessTo: ['education', 'social'] };
    const books = { funds: { 'legal-reserve': { balance: '48000.00' } }, balances: { 'social-fund': '200000.00' } };
    const outcome = workedOut(season('30000.00', everybody, { steps: [capped, ...others] }, books));
    expect(amountsOf(outcome)).toEqual({ 'legal-reserve': '2000.00', education: '2000.00', social: '2000.00' });
    expect(outcome.funds[0]?.balance).toBe('50000.00');
  });

  test('C9, constructed: share 300, advance 450: paid 0, debt 150', () => {
    const document = season('300.00', {}, { offsets: { order: ['advance'] } });
    const debts = [{ code: 'A1', kind: 'advance', amount: '450.00' }];
    const member = { member: '001', household: 'F01', weights: { 'work-minutes': '60' } as const, debts };
    const outcome = workedOut({ ...document, members: [member] });
    expect(outcome.members[0]).toMatchObject({ share: '300.00', offset: '300.00', net: '0.00', debtLeft: '150.00' });
    expect(outcome.households).toEqual([{ household: 'F01', net: '0.00', paid: '0.00', carried: '0.00' }]);
  });

  test('C10, constructed: a loss is never laid on members; a loss of 5 000 comes from the reserve', () => {
    const rules = { lossOrder: [{ fund: 'voluntary-reserve' }, { fund: 'legal-reserve' }] };
    const books = { ownExpenses: '5000.00', funds: { 'legal-reserve': { balance: '8000.00' } } };
    const outcome = workedOut(season('0.00', everybody, { ...rules, steps: bolivian }, books));
    expect(outcome.result).toBe('-5000.00');
    expect(sharesOf(outcome)).toEqual(['0.00', '0.00', '0.00', '0.00', '0.00']);
    expect(outcome.totals).toEqual({
      shares: '0.00',
      retained: '0.00',
      offset: '0.00',
      net: '0.00',
      paid: '0.00',
      carried: '0.00',
    });
    expect(outcome.loss).toEqual({
      amount: '5000.00',
      drawn: [
        { fund: 'voluntary-reserve', amount: '0.00' },
        { fund: 'legal-reserve', amount: '5000.00' },
      ],
      forward: '0.00',
    });
    expect(outcome.funds).toEqual([
      { fund: 'voluntary-reserve', amount: '0.00', balance: '0.00' },
      { fund: 'legal-reserve', amount: '-5000.00', balance: '3000.00' },
    ]);
  });
});

describe('the steps', () => {
  const steps = (outcome: Outcome) => outcome.steps.map(({ due, taken, short, left }) => [due, taken, short, left]);

  test('each takes at most what is left, and says how much it lacks', () => {
    const rules = {
      steps: [{ kind: 'cover-losses' }, { kind: 'restore', fund: 'a' }, fund('a', '60'), fund('b', '60')],
    } as const;
    const books = { priorLosses: '30.00', funds: { a: { owed: '20.00' } } };
    const outcome = workedOut(season('100.00', everybody, rules, books));
    expect(steps(outcome)).toEqual([
      ['30.00', '30.00', '0.00', '70.00'],
      ['20.00', '20.00', '0.00', '50.00'],
      ['60.00', '50.00', '10.00', '0.00'],
      ['60.00', '0.00', '60.00', '0.00'],
    ]);
    expect(outcome).toMatchObject({ lossesCovered: '30.00', restored: { a: '20.00' }, pool: '0.00' });
    expect(outcome.funds).toEqual([
      { fund: 'a', amount: '50.00', balance: '70.00' },
      { fund: 'b', amount: '0.00', balance: '0.00' },
    ]);
  });

  test('losses and what a fund is owed are made good once, however often they are named', () => {
    const twice = {
      steps: [...new Array(2).fill({ kind: 'cover-losses' }), ...new Array(2).fill({ kind: 'restore', fund: 'a' })],
    };
    const books = { priorLosses: '30.00', funds: { a: { owed: '20.00' } } };
    const outcome = workedOut(season('100.00', everybody, twice, books));
    expect(outcome).toMatchObject({ lossesCovered: '30.00', restored: { a: '20.00' }, pool: '50.00' });
  });

  test('a percent is of the result, of the result less losses covered, or of what is left', () => {
    const rules = {
      steps: [
        { kind: 'cover-losses' },
        fund('a', '10', { of: 'result' }),
        fund('b', '10', { of: 'after-losses' }),
        fund('c', '10', { of: 'remaining' }),
      ],
    } as const;
    const outcome = workedOut(season('1000.00', everybody, rules, { priorLosses: '100.00' }));
    expect(amountsOf(outcome)).toEqual({ a: '100.00', b: '90.00', c: '71.00' });
  });

  test('a fund is rounded up, half up or down as its step says', () => {
    const of = (result: string) => {
      const rules = {
        steps: (['up', 'half-up', 'down'] as const).map((rounding) => fund(rounding, '50', { rounding })),
      };
      return Object.values(amountsOf(workedOut(season(result, everybody, rules))));
    };
    expect(of('0.01')).toEqual(['0.01', '0.00', '0.00']); // the first takes all there is
    expect(of('0.10')).toEqual(['0.05', '0.05', '0.00']);
    expect(of('0.03')).toEqual(['0.02', '0.01', '0.00']);
    const fractions = {
      steps: (['up', 'half-up', 'down'] as const).map((rounding) => fund(rounding, '12.5', { rounding })),
    };
    expect(amountsOf(workedOut(season('0.12', everybody, fractions)))).toEqual({
      up: '0.02',
      'half-up': '0.02',
      down: '0.01',
    });
    expect(amountsOf(workedOut(season('0.11', everybody, fractions)))).toEqual({
      up: '0.02',
      'half-up': '0.01',
      down: '0.01',
    });
  });

  test('the room below a cap counts what this run has added before, and is never below zero', () => {
    const capped = (name: string) => fund(name, '10', { cap: '100.00' });
    const rules = { steps: [{ kind: 'restore', fund: 'a' }, capped('a'), capped('a'), capped('full')] } as const;
    const books = { funds: { a: { balance: '10.00', owed: '20.00' }, full: { balance: '500.00' } } };
    const outcome = workedOut(season('500.00', everybody, rules, books));
    expect(outcome.funds).toEqual([
      { fund: 'a', amount: '70.00', balance: '100.00' },
      { fund: 'full', amount: '0.00', balance: '500.00' },
    ]);
    expect(outcome.steps.map(({ room }) => room)).toEqual([undefined, '70.00', '20.00', '0.00']);
    expect(outcome.pool).toBe('410.00'); // without excessTo the excess stays
  });

  test('a cap that is a percent of a balance is rounded down', () => {
    const rules = { steps: [fund('a', '100', { cap: { percent: '33.33', of: 'share-capital' } })] };
    const outcome = workedOut(season('9.00', everybody, rules, { balances: { 'share-capital': '0.05' } }));
    expect(amountsOf(outcome)).toEqual({ a: '0.01' });
  });

  test('an odd centavo of the excess goes to the fund named earlier', () => {
    const rules = { steps: [fund('a', '10', { cap: '0', excessTo: ['y', 'x', 'z'] })] };
    expect(amountsOf(workedOut(season('1.00', everybody, rules)))).toEqual({
      a: '0.00',
      y: '0.04',
      x: '0.03',
      z: '0.03',
    });
  });

  test('funds stand in the order in which the steps name them first', () => {
    const rules = {
      steps: [{ kind: 'restore', fund: 'z' }, fund('m', '1', { excessTo: ['b'] }), fund('a', '1'), fund('z', '1')],
    } as const;
    expect(Object.keys(amountsOf(workedOut(season('100.00', everybody, rules))))).toEqual(['z', 'm', 'b', 'a']);
  });
});

describe('a loss', () => {
  test('takes from each fund up to its percent, rounded down, and the rest goes forward', () => {
    const rules = {
      lossOrder: [
        { fund: 'a', atMostPercent: '50.00' },
        { fund: 'b', atMostPercent: '0' },
      ],
    };
    const books = { ownExpenses: '100.00', funds: { a: { balance: '10.01' }, b: { balance: '99.00' } } };
    const outcome = workedOut(season('0', {}, rules, books));
    expect(outcome.loss?.drawn).toEqual([
      { fund: 'a', amount: '5.00' },
      { fund: 'b', amount: '0.00' },
    ]);
    expect(outcome.loss?.forward).toBe('95.00');
  });

  test('of nothing is a loss of 0.00: no step runs, no basis needs entries', () => {
    const outcome = workedOut(
      season('7.00', { '001': '0' }, { steps: bolivian, lossOrder: [{ fund: 'x' }] }, { ownExpenses: '7' }),
    );
    expect(outcome).toMatchObject({
      result: '0.00',
      lossesCovered: '0.00',
      restored: {},
      loss: { amount: '0.00', drawn: [{ fund: 'x', amount: '0.00' }], forward: '0.00' },
      funds: [{ fund: 'x', amount: '0.00', balance: '0.00' }],
      pool: '0.00',
    });
  });

  test('leaves debts and ties as they were, and still pays what households carried', () => {
    const document = season('0.00', {}, { offsets: { order: ['loan'] }, cashUnit: '0.10' }, { ownExpenses: '5.00' });
    const debts = [{ code: 'L1', kind: 'loan', amount: '40.00' }];
    const outcome = workedOut({
      ...document,
      members: [{ member: '001', household: 'F01', tiesWon: 3, weights: {}, debts }],
      households: [{ household: 'F01', carried: '0.47' }],
    });
    expect(outcome.members[0]).toMatchObject({ shares: { 'work-minutes': '0.00' }, debtLeft: '40.00', tiesWon: 3 });
    expect(outcome.households).toEqual([{ household: 'F01', net: '0.00', paid: '0.40', carried: '0.07' }]);
  });
});

describe('the members', () => {
  const bases = [
    { basis: 'work-minutes', percent: '50' },
    { basis: 'equal', percent: '50' },
  ] as const;
  const pair = (weights: NonNullable<Case['members'][number]['weights']>): Case['members'] =>
    ['001', '002'].map((member) => ({ member, household: 'F01', weights }));

  test('a tie won in one basis counts in the next', () => {
    const document = season('0.02', {}, { bases });
    const outcome = workedOut({ ...document, members: pair({ 'work-minutes': '5', equal: '365' }) });
    expect(outcome.members.map(({ shares }) => shares)).toEqual([
      { 'work-minutes': '0.01', equal: '0.00' },
      { 'work-minutes': '0.00', equal: '0.01' },
    ]);
    expect(outcome.members.map(({ tiesWon }) => tiesWon)).toEqual([1, 1]);
  });

  test('the odd centavo between bases goes to the earlier one', () => {
    const document = season('0.01', {}, { bases });
    const outcome = workedOut({ ...document, members: pair({ 'work-minutes': '5', equal: '365' }) });
    expect(outcome.bases.map(({ pool }) => pool)).toEqual(['0.01', '0.00']);
  });

  test('a basis whose pool is nothing needs no entries', () => {
    const document = season('0.01', {}, { bases });
    expect(workedOut({ ...document, members: pair({ 'work-minutes': '5' }) }).bases[1]?.totalWeight).toBe('0');
  });

  test('a weight above the maximum counts as it, and the workings show both', () => {
    const capped = [{ basis: 'work-minutes', percent: '100', maxPerMember: '60' }] as const;
    const outcome = workedOut(season('90.00', { '001': '600', '002': '30' }, { bases: capped }));
    expect(sharesOf(outcome)).toEqual(['60.00', '30.00']);
    expect(outcome.bases[0]?.totalWeight).toBe('90');
    expect(outcome.members[0]?.workings.bases[0]).toMatchObject({ weight: '600', counted: '60' });
  });

  test('debts: by kind in the order of the rules, keeping the protected part unless consented', () => {
    const rules = { retainPercent: '10', offsets: { order: ['fine', 'loan'], keepPercent: '33.33' } };
    const document = season('100.00', {}, rules);
    const debts = [
      { code: 'L1', kind: 'loan', amount: '50.00' },
      { code: 'L2', kind: 'loan', amount: '50.00', consent: true },
      { code: 'L3', kind: 'loan', amount: '9.00' },
      { code: 'C1', kind: 'certificate', amount: '7.00', consent: true },
      { code: 'F1', kind: 'fine', amount: '15.00' },
    ];
    const member = { member: '001', household: 'F01', weights: { 'work-minutes': '1' } as const, debts };
    const outcome = workedOut({ ...document, members: [member] });
    // payable 90.00, protected 29.997 rounded up: fine 15.00, loan 45.00 down to it, then by consent the last 30.00
    expect(outcome.members[0]).toMatchObject({ retained: '10.00', offset: '90.00', net: '0.00', debtLeft: '41.00' });
    expect(outcome.members[0]?.workings).toMatchObject({ payable: '90.00', kept: '30.00' });
    expect(outcome.members[0]?.workings.debts.map(({ code, taken }) => [code, taken])).toEqual([
      ['L1', '45.00'],
      ['L2', '30.00'],
      ['L3', '0.00'],
      ['C1', '0.00'],
      ['F1', '15.00'],
    ]);
  });
});

describe('the households', () => {
  test('are paid cash in whole coins and transfers to the centavo, with what they carried', () => {
    const rules = { bases: [{ basis: 'equal', percent: '100' }], cashUnit: '0.50' } as const;
    const document = season('2.40', {}, rules);
    const outcome = workedOut({
      ...document,
      members: ['F2', 'F1', 'F1'].map((household, i) => ({ member: `00${i}`, household, weights: { equal: '1' } })),
      households: [
        { household: 'F2', carried: '0.99', pays: 'transfer' },
        { household: 'F0', carried: '1.20' },
      ],
    });
    expect(outcome.households).toEqual([
      { household: 'F0', net: '0.00', paid: '1.00', carried: '0.20' }, // no members left, its own money all the same
      { household: 'F1', net: '1.60', paid: '1.50', carried: '0.10' },
      { household: 'F2', net: '0.80', paid: '1.79', carried: '0.00' },
    ]);
  });
});

const centavos = (text: string): bigint =>
  (text.startsWith('-') ? -1n : 1n) * (readAmount(text.replace('-', ''), 2) ?? 0n);
const amount = fc.nat(2_000_000).map((units) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`);
const percent = fc.constantFrom('0', '5.00', '12.5', '33.33', '100');
const someCase = fc
  .record({
    revenue: amount,
    deliveries: amount,
    ownExpenses: amount,
    steps: fc.array(
      fc.oneof(
        fc.constant({ kind: 'cover-losses' } as const),
        fc.constantFrom('a', 'b').map((name) => ({ kind: 'restore', fund: name }) as const),
        fc
          .record({
            name: fc.constantFrom('a', 'b', 'c'),
            percent,
            of: fc.constantFrom('result' as const, 'after-losses' as const, 'remaining' as const),
            rounding: fc.constantFrom('up' as const, 'half-up' as const, 'down' as const),
          })
          .map(({ name, ...more }) =>
            fund(name, more.percent, { ...more, ...(name === 'c' ? { cap: '500', excessTo: ['a', 'd'] } : {}) }),
          ),
      ),
      { maxLength: 6 },
    ),
    members: fc.array(
      fc.record({
        household: fc.constantFrom('F1', 'F2', 'F3'),
        minutes: fc.nat(3000),
        tiesWon: fc.nat(2),
        debt: amount,
      }),
      { minLength: 1, maxLength: 12 },
    ),
    retainPercent: percent,
    keepPercent: percent,
    cashUnit: fc.constantFrom('0.01', '0.10', '0.50'),
  })
  .map(({ members, steps, retainPercent, keepPercent, cashUnit, ...books }): Case => ({
    currency: 'BOB',
    ruleSet: {
      code: 'any',
      steps,
      lossOrder: [{ fund: 'a', atMostPercent: '50' }, { fund: 'b' }],
      bases: [
        { basis: 'work-minutes', percent: '66.67' },
        { basis: 'equal', percent: '33.33', maxPerMember: '200' },
      ],
      retainPercent,
      offsets: { order: ['loan'], keepPercent },
      cashUnit,
    },
    books: { ...books, priorLosses: '75.50', funds: { a: { balance: '20.00', owed: '35.05' }, b: {} }, balances: {} },
    members: members.map(({ household, minutes, tiesWon, debt }, i) => ({
      member: `M${i}`,
      household,
      tiesWon,
      weights: { 'work-minutes': String(minutes + 1), equal: String(365 - (minutes % 200)) },
      debts: [{ code: 'L', kind: 'loan', amount: debt, consent: minutes % 2 === 0 }],
    })),
    households: [{ household: 'F2', carried: '0.07', pays: 'transfer' }],
  }));

describe('for any case', () => {
  test('every centavo of the result is somewhere, once', () => {
    fc.assert(
      fc.property(someCase, (document) => {
        const outcome = workedOut(document);
        const sum = (texts: readonly string[]) => texts.reduce((total, text) => total + centavos(text), 0n);
        const { result, lossesCovered, restored, funds, loss, pool, members, totals } = outcome;
        const toFunds = sum(funds.map(({ amount: moved }) => moved));
        expect(centavos(result)).toBe(
          loss ? toFunds - centavos(loss.forward) : sum([lossesCovered, ...Object.values(restored), pool]) + toFunds,
        );
        expect(sum(members.map(({ share }) => share))).toBe(centavos(pool));
        expect(sum([totals.retained, totals.offset, totals.net])).toBe(centavos(pool));
        expect(sum([totals.paid, totals.carried])).toBe(centavos(totals.net) + 7n);
        for (const { net, debtLeft } of members) expect(centavos(net) < 0n || centavos(debtLeft) < 0n).toBe(false);
      }),
    );
  });

  test('the order in which records came in changes nothing, the fingerprint included', () => {
    fc.assert(
      fc.property(someCase, fc.infiniteStream(fc.nat()), (document, dice) => {
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, place: dice.next().value }))
            .sort((a, b) => a.place - b.place)
            .map(({ item }) => item);
        const other: Case = {
          ...document,
          members: shuffled(document.members),
          households: shuffled(document.households ?? []),
          books: { ...document.books, funds: Object.fromEntries(Object.entries(document.books.funds ?? {}).reverse()) },
        };
        expect(workedOut(other)).toEqual(workedOut(document));
      }),
    );
  });
});

describe('the fingerprint', () => {
  const example = () => readJson('example.case.json') as Case;
  const print = (document: unknown) => workedOut(document).fingerprint;

  test('is the same where what may be left out is said, and where a number is written in another way', () => {
    const { ruleSet, books, members, households, ...rest } = example();
    const said = {
      ...rest,
      ruleSet: {
        ...ruleSet,
        retainPercent: '10',
        cashUnit: '0.1',
        lossOrder: [{ fund: 'voluntary-reserve', atMostPercent: '100' }, ...(ruleSet.lossOrder ?? []).slice(1)],
      },
      books: {
        ...books,
        funds: { ...books.funds, education: { balance: '0', owed: '0.00' }, other: {} },
        balances: { ...books.balances, buildings: '0' },
      },
      members: members.map((member) => ({
        tiesWon: 0,
        debts: [],
        ...member,
        weights: { 'care-minutes': '0', 'certificate-days': '77', ...member.weights },
      })),
      households: (households ?? []).map((household) => ({ carried: '0.00', ...household })),
    };
    expect(print(said)).toBe(print(example()));
    const unlisted = { ...example(), households: [] };
    const listed = {
      ...example(),
      households: [{ household: 'F01', carried: '0', pays: 'cash' }, { household: 'F02' }],
    };
    expect(print(listed)).toBe(print(unlisted));
  });

  test('is the same where empty funds, balances and weights are left out', () => {
    const said = season('12.00', { '001': '0', '002': '60' });
    const [first, ...others] = said.members;
    const { funds: _, balances: __, ...books } = said.books;
    const { weights: ___, ...member } = first ?? { member: '', household: '' };
    const weightless = { ...said, members: [{ ...member, weights: {} }, ...others] };
    const short = { ...said, books, members: [member, ...others] };
    expect(print(short)).toBe(print(weightless));
    expect(workedOut(short)).toEqual(workedOut(weightless));
  });

  test('is another where any figure of the case is', () => {
    const changes: ((document: Case) => unknown)[] = [
      (document) => ({ ...document, currency: 'PEN' }),
      (document) => ({ ...document, ruleSet: { ...document.ruleSet, code: 'other' } }),
      (document) => ({ ...document, books: { ...document.books, balances: { 'share-capital': '200000.01' } } }),
      (document) => ({ ...document, members: document.members.map((each) => ({ ...each, tiesWon: 1 })) }),
      (document) => ({
        ...document,
        households: [
          { household: 'F01', carried: '0.08', pays: 'cash' },
          { household: 'F02', pays: 'transfer' },
        ],
      }),
    ];
    const prints = changes.map((change) => print(change(example())));
    expect(new Set([print(example()), ...prints]).size).toBe(changes.length + 1);
  });

  test('of the example is written down: a run that was sealed once must be met for ever', () => {
    expect(print(example())).toBe('sha256:9daa0c50268a36c95f0464e788c33b76ff144e618d7761961a424afc772ecee6');
  });
});
