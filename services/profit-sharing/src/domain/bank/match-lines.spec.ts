import { expect, test } from '@jest/globals';
import { addDays, parseDay } from '@ayni/kernel';
import fc from 'fast-check';
import { matchLines, SIGHT_DAYS, type Line, type Matching, type Posting } from './match-lines.js';

const START = parseDay('2026-07-01');
const line = (code: string, day: number, amount: bigint, said = ''): Line => ({
  ...{ code, day: addDays(START, day), amount, said },
});
const posting = (code: string, day: number, amount: bigint, more: Partial<Posting> = {}): Posting => ({
  ...{ source: 'sale', code, day: addDays(START, day), amount, names: [code] },
  ...more,
});
const told = ({ lines }: Matching): string[] =>
  lines.map(({ line: { code }, state, ground, postings }) =>
    [code, state, ground ?? '-', ...postings.map((one) => one.code)].join(' '),
  );

test('a line is matched by the document that it names, however it writes it and though others have its amount', () => {
  const postings = [posting('R-101', 0, 500n), posting('R-102', 0, 500n), posting('R-103', 8, 500n)];
  expect(told(matchLines([line('A', 8, 500n, 'PAGO QR r101/MARIA')], postings))).toEqual(['A matched reference R-101']);
  const paid = posting('E1', 0, -80n, { source: 'expense', names: ['E1', 'Factura 4711'] });
  expect(told(matchLines([line('B', 20, -80n, 'CHEQUE 4711')], [paid]))).toEqual(['B matched reference E1']);
});

test('a line is matched by several documents that it names where they come to it together', () => {
  const postings = [posting('R-101', 0, 500n), posting('R-102', 0, 250n), posting('R-103', 0, 750n)];
  expect(told(matchLines([line('A', 2, 750n, 'R-101, R-102')], postings))).toEqual(['A matched reference R-101 R-102']);
  expect(told(matchLines([line('A', 2, 751n, 'R-101, R-102')], postings))).toEqual(['A unmatched -']);
});

test('a line that names no document is matched by the one posting of its amount near its day, and none further away', () => {
  expect(told(matchLines([line('A', 5, 500n)], [posting('R1', 0, 500n)]))).toEqual(['A matched amount R1']);
  expect(told(matchLines([line('A', 6, 500n)], [posting('R1', 0, 500n)]))).toEqual(['A unmatched -']);
  expect(told(matchLines([line('A', 0, 500n)], [posting('R1', 0, -500n)]))).toEqual(['A unmatched -']);
});

test('where several might be it, people decide', () => {
  const postings = [posting('R1', 1, 500n), posting('R2', 2, 500n)];
  expect(told(matchLines([line('A', 4, 500n)], postings))).toEqual(['A doubtful - R1 R2']);
  expect(told(matchLines([line('A', 2, 500n), line('B', 4, 500n)], [posting('R1', 1, 500n)]))).toEqual([
    'A doubtful - R1',
    'B doubtful - R1',
  ]);
});

test('a line that names a document of another amount is not taken for one that only has its amount', () => {
  const postings = [posting('R-101', 0, 500n), posting('R-102', 0, 300n)];
  expect(told(matchLines([line('A', 0, 300n, 'R-101')], postings))).toEqual(['A doubtful - R-102']);
});

test('as many lines as postings of one day and amount are the same', () => {
  const postings = [posting('R2', 1, 500n), posting('R1', 1, 500n), posting('R3', 3, 500n)];
  expect(told(matchLines([line('B', 1, 500n), line('A', 1, 500n)], postings))).toEqual([
    'B matched day R2',
    'A matched day R1',
  ]);
});

test('what was sold on a day comes in one sum on that day or soon after', () => {
  const sales = [posting('R1', 0, 500n), posting('R2', 0, 250n), posting('R3', 0, 100n)];
  expect(told(matchLines([line('A', 1, 850n, 'ABONO QR')], sales))).toEqual(['A matched sum R1 R2 R3']);
  expect(told(matchLines([line('A', 4, 850n)], sales))).toEqual(['A unmatched -']);
  expect(told(matchLines([line('A', 1, 850n)], [...sales, posting('T1', 2, 850n)]))).toEqual([
    'A doubtful - T1 R1 R2 R3',
  ]);
});

test('what people matched goes before all', () => {
  const [first, second] = [posting('R-101', 0, 500n), posting('R-102', 0, 500n)];
  const [one, other] = [line('A', 0, 500n, 'R-101'), line('B', 0, 500n)];
  expect(told(matchLines([one, other], [first, second], new Map([[other, [first]]])))).toEqual([
    'A matched day R-102',
    'B matched by-hand R-101',
  ]);
});

const codes = fc.constantFrom('', 'R-100', 'R-101', 'R-102', 'R-100 R-101');
const few = fc.bigInt({ min: -3n, max: 6n });
const span = fc.integer({ min: 0, max: 12 });
const some = fc.record({
  lines: fc
    .array(fc.tuple(span, few, codes), { maxLength: 12 })
    .map((rows) => rows.map(([day, amount, said], i) => line(`L${i}`, day, amount, said))),
  postings: fc
    .array(fc.tuple(span, few, fc.boolean()), { maxLength: 12 })
    .map((rows) =>
      rows.map(([day, amount, isSale], i) =>
        posting(`R-${100 + i}`, day, amount, { source: isSale ? 'sale' : 'expense' }),
      ),
    ),
});

test('what is matched comes to the same amount, and no posting has two lines', () => {
  fc.assert(
    fc.property(some, ({ lines, postings }) => {
      const { lines: all, left } = matchLines(lines, postings);
      const matched = all.filter(({ state }) => state === 'matched');
      for (const { line: one, postings: taken } of matched)
        expect(taken.reduce((sum, { amount }) => sum + amount, 0n)).toBe(one.amount);
      const taken = matched.flatMap((one) => one.postings);
      expect(new Set(taken).size).toBe(taken.length);
      expect(taken.length + left.length).toBe(postings.length);
      for (const { postings: candidates } of all.filter(({ state }) => state === 'doubtful'))
        for (const candidate of candidates) expect(left).toContain(candidate);
    }),
  );
});

test('it does not matter in which order lines and postings came', () => {
  fc.assert(
    fc.property(some, fc.func(fc.nat()), ({ lines, postings }, mixed) => {
      const shuffled = <One extends { readonly code: string }>(all: readonly One[]): One[] =>
        [...all].sort((one, other) => mixed(one.code) - mixed(other.code));
      const sorted = (matching: Matching): string[] =>
        told({
          ...matching,
          lines: matching.lines.map((one) => ({ ...one, postings: [...one.postings].sort(byCode) })),
        }).sort();
      expect(sorted(matchLines(shuffled(lines), shuffled(postings)))).toEqual(sorted(matchLines(lines, postings)));
    }),
  );
});

test('what lies out of sight changes nothing', () => {
  const far = fc.integer({ min: 0, max: 3 * SIGHT_DAYS });
  const everywhere = fc.record({
    lines: fc
      .array(fc.tuple(far, few, codes), { maxLength: 30 })
      .map((rows) => rows.map(([day, amount, said], i) => line(`L${i}`, day, amount, said))),
    postings: fc
      .array(fc.tuple(far, few), { maxLength: 30 })
      .map((rows) => rows.map(([day, amount], i) => posting(`R-${100 + i}`, day, amount))),
  });
  fc.assert(
    fc.property(everywhere, ({ lines, postings }) => {
      const day = addDays(START, SIGHT_DAYS + 20);
      const isSeen = (one: { readonly day: string }): boolean =>
        one.day >= addDays(day, -SIGHT_DAYS) && one.day <= addDays(day, SIGHT_DAYS);
      const ofDay = (matching: Matching): string[] =>
        told({ ...matching, lines: matching.lines.filter((one) => one.line.day === day) });
      expect(ofDay(matchLines(lines.filter(isSeen), postings.filter(isSeen)))).toEqual(
        ofDay(matchLines(lines, postings)),
      );
    }),
    { numRuns: 300 },
  );
});

const byCode = (one: Posting, other: Posting): number => (one.code < other.code ? -1 : 1);
