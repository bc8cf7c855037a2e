import { expect, test } from '@jest/globals';
import { FundBooks } from './fund-books.js';

const books = (balance: bigint, used = 0n): FundBooks =>
  new FundBooks(new Map([['educacion', balance]]), [{ resolution: 'R1', fund: 'educacion', amount: 100_00n, used }], 2);

test('a fund is used to the last centavo of what the assembly decided, and no centavo beyond', () => {
  const both = books(500_00n, 40_00n);
  both.use('R1', 'educacion', 59_99n, '/rows/0');
  both.use('R1', 'educacion', 1n, '/rows/1');
  expect(() => both.use('R1', 'educacion', 1n, '/rows/2')).toThrow(
    expect.objectContaining({
      refusals: [expect.objectContaining({ code: 'resolution-exhausted', pointer: '/rows/2/amount' })],
    }),
  );
});

test('a fund is used to the last centavo that it has, and no centavo beyond', () => {
  const both = books(60_00n);
  both.use('R1', 'educacion', 60_00n, '/rows/0');
  expect(() => both.use('R1', 'educacion', 1n, '/rows/1')).toThrow(
    expect.objectContaining({
      refusals: [expect.objectContaining({ code: 'fund-exhausted', pointer: '/rows/1/amount' })],
    }),
  );
});

test('a resolution is good only for the fund that it names', () => {
  const asked = books(60_00n);
  expect(() => asked.use('R2', 'educacion', 1n, '/rows/0')).toThrow(
    expect.objectContaining({ code: 'resolution-covers-other', pointer: '/rows/0/resolution' }),
  );
  expect(() => asked.use('R1', 'reserva', 1n, '/rows/0')).toThrow(
    expect.objectContaining({ code: 'unknown-reference', pointer: '/rows/0/fund' }),
  );
});
