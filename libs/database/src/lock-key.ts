import type { CoopId } from '@ayni/kernel';

/** The number under which a co-op's advisory lock stands: the last, random half of its id. */
export const lockKey = (coop: CoopId): bigint => BigInt.asIntN(64, BigInt(`0x${coop.slice(19).replaceAll('-', '')}`));
