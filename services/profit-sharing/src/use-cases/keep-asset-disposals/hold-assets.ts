import { lockEach } from '@ayni/database/lock-each';
import type { Transaction } from '@ayni/database/transaction';
import type { Standing } from '@ayni/facts/declaration';
import { Refusal } from '@ayni/kernel';
import { assets, type Asset } from '../../facts/asset.js';

/** Assets by their codes, held until the transaction ends: of two who dispose of one the second sees what the first did. */
export async function holdAssets(
  tx: Transaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Standing<Asset>>> {
  await lockEach(tx, 'asset', codes);
  return assets.load(tx, codes);
}

/** @throws Refusal `asset-disposed` */
export function refuseDisposed({ code, disposedOn }: Pick<Asset, 'code' | 'disposedOn'>, pointer: string): void {
  if (disposedOn !== null) throw new Refusal('asset-disposed', pointer, { asset: code, day: disposedOn });
}
