import { formatAmount, readAmount } from '@ayni/kernel';

type AtMarket = { readonly key: string; readonly market?: string | null; readonly amount: string };
type Sold = { readonly market: string; readonly amount: string };
type Week = { readonly monday: string; readonly amount: string; readonly markets: readonly Sold[] };

/** What weeks came to, the first first, and what of it at each market, given week by week and market by market. */
export function byWeek(totals: readonly AtMarket[], places: number): readonly Week[] {
  const weeks = new Map<string, Sold[]>();
  for (const { key, market, amount } of totals) {
    const sold = weeks.get(key) ?? [];
    sold.push({ market: market ?? '', amount });
    weeks.set(key, sold);
  }
  return [...weeks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([monday, markets]) => ({
      monday,
      amount: formatAmount(
        markets.reduce((sum, { amount }) => sum + readAmount(amount, places), 0n),
        places,
      ),
      markets,
    }));
}
