import { Refusal } from '@ayni/kernel';
import type { Asset } from '../../facts/asset.js';

/** @throws Refusal `asset-disposed` */
export function refuseDisposed({ code, disposedOn }: Pick<Asset, 'code' | 'disposedOn'>, pointer: string): void {
  if (disposedOn !== null) throw new Refusal('asset-disposed', pointer, { asset: code, day: disposedOn });
}
