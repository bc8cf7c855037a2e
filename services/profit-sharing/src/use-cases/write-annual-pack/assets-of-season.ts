import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import { formatAmount, type DayRange } from '@ayni/kernel';
import { paidOf } from '../../domain/facts.js';
import { releasedBy } from '../../domain/grants/asset.js';
import type { RegisteredAsset } from '../../domain/papers/annual-pack.js';
import { disposalOfAsset, type ReleasedAsset } from '../../facts/released-assets.js';

type Row = Omit<ReleasedAsset, 'lifeDays'> & { readonly name: string; readonly lifeDays: number | null };

const readAssets = statement(
  'assets of a season',
  `SELECT f.code, f.name, f.day AS "boughtOn", f.life_days AS "lifeDays", f.amount, f.funded_by AS "fundedBy", f.rest,
     f.rest_funded_by AS "restFundedBy", CASE WHEN w.day < $2::date THEN w.day END AS "disposedOn"
   FROM assets f ${disposalOfAsset}
   WHERE f.coop_id = current_setting('app.coop')::uuid AND f.day < $2::date AND (w.day IS NULL OR w.day >= $1::date)
     AND ${standing('asset', 'f')}
   ORDER BY f.day, f.code COLLATE "C"`,
);

/** What the co-op had that lasts on some day of a season, with what of it was released by its end and what it was worth then. */
export async function assetsOfSeason(
  tx: Transaction,
  { from, until }: DayRange,
  places: number,
): Promise<readonly RegisteredAsset[]> {
  const rows = await tx.query<Row>(readAssets, [from, until]);
  return rows.map((asset) => {
    const released = releasedBy({ ...asset, parts: paidOf(asset) }, until).reduce((sum, part) => sum + part.amount, 0n);
    return {
      ...{ code: asset.code, name: asset.name, boughtOn: asset.boughtOn, disposedOn: asset.disposedOn },
      ...{ cost: formatAmount(asset.amount, places), released: formatAmount(released, places) },
      // what the co-op has no more is worth nothing in its books
      left: formatAmount(asset.disposedOn === null ? asset.amount - released : 0n, places),
    };
  });
}
