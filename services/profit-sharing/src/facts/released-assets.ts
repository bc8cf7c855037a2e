import { standing } from '@ayni/facts/standing';
import type { Centavos, Day } from '@ayni/kernel';
import { releaseLines, type ReleaseSpan } from '../domain/grants/asset.js';
import type { Line } from '../domain/ledger/entry.js';
import { paidOf } from '../domain/facts.js';

/** Joins the disposal `w` of an asset `f`, where one stands. */
export const disposalOfAsset = `LEFT JOIN LATERAL (
    SELECT d.day FROM asset_disposals d
    WHERE d.coop_id = f.coop_id AND d.asset = f.code AND ${standing('asset-disposal', 'd')} LIMIT 1) w ON true`;

/** An asset that stands and ends, as {@link RELEASED_ASSETS} reads it. */
export type ReleasedAsset = {
  readonly code: string;
  readonly boughtOn: Day;
  readonly lifeDays: number;
  readonly amount: Centavos;
  readonly fundedBy: string;
  readonly rest: Centavos | null;
  readonly restFundedBy: string | null;
  readonly disposedOn: Day | null;
};

/** `SELECT` of the assets of which something is released before the day $1. */
export const RELEASED_ASSETS = `SELECT f.code, f.day AS "boughtOn", f.life_days AS "lifeDays", f.amount,
    f.funded_by AS "fundedBy", f.rest, f.rest_funded_by AS "restFundedBy", w.day AS "disposedOn"
  FROM assets f ${disposalOfAsset} WHERE f.coop_id = current_setting('app.coop')::uuid AND f.life_days IS NOT NULL AND f.day < $1
    AND ${standing('asset', 'f')} ORDER BY f.day, f.code`;

/** What is released of assets over some days. No entry posts it: it follows from the day alone. */
export const releasesOf = (assets: readonly ReleasedAsset[], span: ReleaseSpan): Line[] =>
  assets.flatMap((asset) => releaseLines({ ...asset, parts: paidOf(asset) }, span));
