import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { carries, firstQuorum, FIRST_RULES, quorumAt, type ItemKind } from './assembly-rules.js';
import { agreedTally, tallyOf, type Choice, type Count } from './ballot.js';

const members = fc.integer({ min: 1, max: 100_000 });
const percent = fc.integer({ min: 0, max: 100 });
const choices = fc.array(fc.constantFrom<Choice>('for', 'against', 'abstain'), { maxLength: 200 });
const by = (more: object): typeof FIRST_RULES => ({ ...FIRST_RULES, ...more });

describe('a quorum', () => {
  test.each([
    [30, 16],
    [31, 16],
    [1, 1],
    [2, 2],
  ])('of half and one more of %i members is %i', (all, needed) => {
    expect(firstQuorum(FIRST_RULES, all)).toBe(needed);
  });

  test('in the first call is more than the percentage, or everybody, and one fewer would not do', () => {
    fc.assert(
      fc.property(members, percent, (all, firstQuorumPercent) => {
        const needed = firstQuorum(by({ firstQuorumPercent }), all);
        expect(needed).toBeLessThanOrEqual(all);
        expect(needed * 100 > all * firstQuorumPercent || needed === all).toBe(true);
        expect((needed - 1) * 100 > all * firstQuorumPercent).toBe(false);
      }),
    );
  });

  test('never rises while an assembly waits', () => {
    const minutes = fc.integer({ min: 0, max: 3_000 });
    const rules = fc.record({ firstQuorumPercent: percent, secondQuorum: members, secondCallMinutes: minutes });
    fc.assert(
      fc.property(members, rules, minutes, minutes, (all, more, one, other) => {
        const [sooner, later] = one < other ? [one, other] : [other, one];
        expect(quorumAt(by(more), all, later).needed).toBeLessThanOrEqual(quorumAt(by(more), all, sooner).needed);
      }),
    );
  });

  test('is that of the second call from its minute on', () => {
    expect(quorumAt(FIRST_RULES, 30, 29)).toEqual({ call: 'first', needed: 16 });
    expect(quorumAt(FIRST_RULES, 30, 30)).toEqual({ call: 'second', needed: 1 });
  });

  test('is still that of the first call where the second asks for as many', () => {
    expect(quorumAt(by({ secondQuorum: 16 }), 30, 30)).toEqual({ call: 'first', needed: 16 });
    expect(quorumAt(by({ secondQuorum: 15 }), 30, 30)).toEqual({ call: 'second', needed: 15 });
  });
});

describe('a motion', () => {
  const kinds = fc.constantFrom<ItemKind>('ordinary', 'admission', 'statute');
  const rules = fc.record({
    twoThirds: fc.uniqueArray(kinds),
    twoThirdsOf: fc.constantFrom('present' as const, 'votes' as const),
  });

  test.each([
    ['a tie', 'ordinary', 5, 5, 0, false],
    ['one more for it', 'ordinary', 6, 5, 19, true],
    ['nobody for it', 'ordinary', 0, 0, 30, false],
    ['two thirds of those present', 'statute', 20, 0, 10, true],
    ['one fewer than two thirds of those present', 'statute', 19, 0, 11, false],
  ] as const)('with %s', (_, kind, votesFor, votesAgainst, abstentions, carried) => {
    expect(carries(FIRST_RULES, kind, { votesFor, votesAgainst, abstentions }, 30)).toBe(carried);
  });

  test('is never carried without more votes for than against, nor lost by one more vote for it', () => {
    fc.assert(
      fc.property(choices, kinds, rules, fc.nat(100), (votes, kind, more, silent) => {
        const tally = tallyOf(votes.map((choice) => ({ choice })));
        const carried = carries(by(more), kind, tally, votes.length + silent);
        if (carried) {
          expect(tally.votesFor).toBeGreaterThan(tally.votesAgainst);
          const better = { ...tally, votesFor: tally.votesFor + 1 };
          expect(carries(by(more), kind, better, votes.length + silent + 1)).toBe(true);
        }
        // whatever passes by two thirds of those present passes by two thirds of the votes
        if (carries(by({ ...more, twoThirdsOf: 'present' }), kind, tally, votes.length + silent))
          expect(carries(by({ ...more, twoThirdsOf: 'votes' }), kind, tally, votes.length + silent)).toBe(true);
      }),
    );
  });
});

describe('votes', () => {
  test('that are counted again in any order give the same, and each counts once', () => {
    fc.assert(
      fc.property(choices, fc.nat(), (votes, turn) => {
        const again = votes.map((_, i) => votes[(i + turn) % votes.length] ?? 'abstain').toReversed();
        const count = (list: Choice[]): object => tallyOf(list.map((choice) => ({ choice })));
        expect(count(again)).toEqual(count(votes));
        const { votesFor, votesAgainst, abstentions } = tallyOf(votes.map((choice) => ({ choice })));
        expect(votesFor + votesAgainst + abstentions).toBe(votes.length);
      }),
    );
  });
});

describe('a secret ballot', () => {
  const count = (teller: string, votesFor: number): Count => ({
    teller,
    tellerMember: null,
    votesFor,
    votesAgainst: 1,
    abstentions: 0,
  });
  const isSame = (one: Count, other: Count): boolean => one.teller === other.teller;

  test('takes the counts of two, and the last one of each', () => {
    const counts = [count('ana', 5), count('rosa', 4), count('ana', 4)];
    expect(agreedTally(counts, isSame)).toEqual({ votesFor: 4, votesAgainst: 1, abstentions: 0 });
    expect(() => agreedTally(counts.slice(0, 2), isSame)).toThrow('did not count the same');
    expect(() => agreedTally([count('ana', 5), count('ana', 5)], isSame)).toThrow('another one is missing');
  });
});
