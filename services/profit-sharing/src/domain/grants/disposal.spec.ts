import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, parseDay } from '@ayni/kernel';
import { releaseLines, type Asset } from './asset.js';
import { boundOf, disposalLines, disposalOf } from './disposal.js';
import type { Account } from '../ledger/accounts.js';
import type { Line } from '../ledger/entry.js';
import { OWN_MONEY } from '../facts.js';

const BOUGHT = parseDay('2025-01-01');

const asset = (own: bigint, granted: bigint, lifeDays: number | null): Asset => ({
  ...{ code: 'C1', boughtOn: BOUGHT, lifeDays },
  parts: [
    { source: 'G1', amount: granted },
    { source: OWN_MONEY, amount: own },
  ],
});

/** Its disposal on its nth day. */
const disposed = (one: Asset, days: number, brought: bigint) => disposalOf(one, addDays(BOUGHT, days - 1), brought);

const net = (lines: readonly Line[], account: Account): bigint =>
  lines.filter((line) => line.account === account).reduce((sum, line) => sum + line.debit - line.credit, 0n);

/** What the co-op's own money gains by it; below nothing a loss. */
const gainOf = (one: Asset, days: number, brought: bigint): bigint => {
  const lines = disposalLines(one.code, disposed(one, days, brought), 'bank');
  return -net(lines, 'asset-gains') - net(lines, 'asset-losses');
};

const cases = fc.record({
  own: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  granted: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  lifeDays: fc.option(fc.integer({ min: 1, max: 36_525 })),
  days: fc.integer({ min: 1, max: 40_000 }),
  brought: fc.bigInt({ min: 0n, max: 10n ** 15n }),
});

describe('an asset that the co-op has no more', () => {
  test('of own money is a gain or a loss by what it brought beyond what it was still worth', () => {
    const pump = { ...asset(1000_00n, 0n, 1000), parts: [{ source: OWN_MONEY, amount: 1000_00n }] };
    expect(disposalLines('C1', disposed(pump, 400, 700_00n), 'cash')).toEqual([
      { account: 'cash', party: '', debit: 700_00n, credit: 0n },
      { account: 'asset-gains', party: '', debit: 0n, credit: 100_00n },
      { account: 'assets', party: 'C1', debit: 0n, credit: 600_00n },
    ]);
    expect(gainOf(pump, 400, 250_00n)).toBe(-350_00n);
    expect(gainOf(pump, 400, 0n)).toBe(-600_00n);
    expect(gainOf(pump, 1500, 20_00n)).toBe(20_00n);
  });

  test('leaves with what of a grant was not released, and the grant has its part of what it brought', () => {
    const greenhouse = disposed(asset(500_00n, 1000_00n, 1000), 100, 300_00n);
    expect(disposalLines('C1', greenhouse, 'bank')).toEqual([
      { account: 'bank', party: '', debit: 100_00n, credit: 0n },
      { account: 'asset-losses', party: '', debit: 350_00n, credit: 0n },
      { account: 'assets', party: 'C1', debit: 0n, credit: 450_00n },
      { account: 'asset-grants', party: 'G1', debit: 900_00n, credit: 0n },
      { account: 'assets', party: 'C1', debit: 0n, credit: 900_00n },
    ]);
    expect(boundOf(greenhouse)).toEqual([{ source: 'G1', amount: 200_00n }]);
  });

  test('leaves nothing of itself in the books, in balance, and nothing is released after that day', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 40_000 }), ({ own, granted, lifeDays, days, brought }, more) => {
        const kept = asset(own, granted, lifeDays);
        const one = { ...kept, disposedOn: addDays(BOUGHT, days - 1) };
        const disposal = disposed(kept, days, brought);
        const lines = disposalLines(one.code, disposal, 'cash');
        expect(lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0n)).toBe(0n);
        const until = addDays(BOUGHT, days + more);
        const all = [...releaseLines(one, { until }), ...lines];
        expect(net(all, 'assets')).toBe(-own - granted);
        expect(net(all, 'asset-grants')).toBe(granted);
        expect(releaseLines(one, { from: addDays(BOUGHT, days), until }).every(({ debit }) => debit === 0n)).toBe(true);
        expect(disposal.proceeds.reduce((sum, { amount }) => sum + amount, 0n)).toBe(brought);
        expect(disposed(one, days, brought)).toEqual(disposal);
      }),
    );
  });

  test('brings own money never more than its part, whatever a grant paid beside it', () => {
    fc.assert(
      fc.property(cases, ({ own, granted, lifeDays, days, brought }) => {
        fc.pre(own + granted > 0n);
        const { proceeds } = disposed(asset(own, granted, lifeDays), days, brought);
        const [mine, bound] = [proceeds[0]?.amount ?? 0n, proceeds[1]?.amount ?? 0n];
        expect(mine * (own + granted) <= brought * own).toBe(true);
        expect(bound * (own + granted) >= brought * granted).toBe(true);
        expect(mine + bound).toBe(brought);
      }),
    );
  });

  test('changes the result alike, however large the grant is beside own money, at the same price for each centavo of its cost', () => {
    fc.assert(
      fc.property(
        cases,
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.bigInt({ min: 0n, max: 1000n }),
        ({ own, granted, lifeDays, days }, other, price) => {
          const gain = (grant: bigint): bigint => gainOf(asset(own, grant, lifeDays), days, price * (own + grant));
          expect(gain(granted)).toBe(gain(other));
        },
      ),
    );
  });

  test('of which a grant paid all is neither gain nor loss', () => {
    fc.assert(
      fc.property(cases, ({ granted, lifeDays, days, brought }) => {
        const tank = { ...asset(0n, granted, lifeDays), parts: [{ source: 'G1', amount: granted }] };
        const disposal = disposed(tank, days, brought);
        expect(gainOf(tank, days, brought)).toBe(0n);
        expect(boundOf(disposal)).toEqual([{ source: 'G1', amount: brought }]);
      }),
    );
  });
});
