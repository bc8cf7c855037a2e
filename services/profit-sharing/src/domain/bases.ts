import { BASIS_NAMES, type BasisName } from '@ayni/distribution';

/** Weights that no book of a season holds; who wants them works the case document out. */
const NOT_KEPT = ['care-minutes', 'certificate-days'] as const satisfies readonly BasisName[];

/** What members can be weighed by from the books. */
export type KeptBasis = Exclude<BasisName, (typeof NOT_KEPT)[number]>;

export const isKept = (basis: BasisName): basis is KeptBasis => !NOT_KEPT.some((name) => name === basis);

export const KEPT_BASES: readonly KeptBasis[] = BASIS_NAMES.filter(isKept);
