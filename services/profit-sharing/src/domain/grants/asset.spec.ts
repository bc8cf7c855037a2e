import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, parseDay } from '@ayni/kernel';
import { assetLines, releasedBy, releaseLines, type Asset } from './asset.js';
import { OWN_MONEY } from '../facts.js';

const BOUGHT = parseDay('2025-01-01');

const asset = (own: bigint, granted: bigint, lifeDays: number | null): Asset => ({
  ...{ code: 'C1', boughtOn: BOUGHT, lifeDays },
  parts: [
    { source: 'G1', amount: granted },
    { source: OWN_MONEY, amount: own },
  ],
});

const released = (of: Asset, days: number): Record<string, bigint> =>
  Object.fromEntries(releasedBy(of, addDays(BOUGHT, days)).map(({ source, amount }) => [source, amount]));

const assets = fc.record({
  own: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  granted: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  lifeDays: fc.integer({ min: 1, max: 36_525 }),
  days: fc.integer({ min: -10, max: 40_000 }),
});

test('an asset is paid out of the till as far as it is the co-op’s, and the rest is owed to its purpose', () => {
  expect(assetLines(asset(40_00n, 60_00n, 365), 'bank')).toEqual([
    { account: 'assets', party: 'C1', debit: 60_00n, credit: 0n },
    { account: 'asset-grants', party: 'G1', debit: 0n, credit: 60_00n },
    { account: 'assets', party: 'C1', debit: 40_00n, credit: 0n },
    { account: 'bank', party: '', debit: 0n, credit: 40_00n },
  ]);
});

describe('what an asset is released', () => {
  test('of a greenhouse of 120 000 that a grant paid half, over ten years: 12 000 a year, of which 6 000 are the co-op’s', () => {
    const greenhouse = asset(6_000_000n, 6_000_000n, 3_650);
    expect(released(greenhouse, 365)).toEqual({ own: 600_000n, G1: 600_000n });
    expect(releaseLines(greenhouse, { until: addDays(BOUGHT, 365) })).toEqual([
      { account: 'asset-release', party: '', debit: 600_000n, credit: 0n },
      { account: 'assets', party: 'C1', debit: 0n, credit: 600_000n },
      { account: 'asset-grants', party: 'G1', debit: 600_000n, credit: 0n },
      { account: 'assets', party: 'C1', debit: 0n, credit: 600_000n },
    ]);
  });

  test('is cost × days ÷ life, rounded down, and all of it in the end; what lasts for good is never released', () => {
    fc.assert(
      fc.property(assets, ({ own, granted, lifeDays, days }) => {
        const sum = Object.values(released(asset(own, granted, lifeDays), days)).reduce((a, b) => a + b, 0n);
        const counted = BigInt(Math.min(Math.max(days, 0), lifeDays));
        expect(sum).toBe(((own + granted) * counted) / BigInt(lifeDays));
        if (days >= lifeDays) expect(released(asset(own, granted, lifeDays), days)).toEqual({ own, G1: granted });
        expect(released(asset(own, granted, null), days)).toEqual({ own: 0n, G1: 0n });
      }),
    );
  });

  test('costs the co-op the same, however large the grant is beside its own money', () => {
    fc.assert(
      fc.property(assets, fc.bigInt({ min: 0n, max: 10n ** 15n }), ({ own, granted, lifeDays, days }, other) => {
        expect(released(asset(own, granted, lifeDays), days)['own']).toBe(
          released(asset(own, other, lifeDays), days)['own'],
        );
      }),
    );
  });

  test('over some days after others is what it is over all of them, in balance', () => {
    fc.assert(
      fc.property(assets, fc.integer({ min: 0, max: 40_000 }), ({ own, granted, lifeDays, days }, more) => {
        const [middle, until] = [addDays(BOUGHT, days), addDays(BOUGHT, days + more)];
        const one = asset(own, granted, lifeDays);
        const lines = [...releaseLines(one, { until: middle }), ...releaseLines(one, { from: middle, until })];
        const net = (of: typeof lines, account: string): bigint =>
          of.filter((line) => line.account === account).reduce((sum, line) => sum + line.debit - line.credit, 0n);
        for (const account of ['assets', 'asset-release', 'asset-grants'])
          expect(net(lines, account)).toBe(net(releaseLines(one, { until }), account));
        expect(lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0n)).toBe(0n);
      }),
    );
  });
});
