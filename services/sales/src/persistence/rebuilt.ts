import { KEPT_COOPS } from '@ayni/reference-data/coops/kept-coops';
import { KEPT_PRODUCTS } from '@ayni/reference-data/products/kept-products';
import { KEPT_SEASONS } from '@ayni/reference-data/seasons/kept-seasons';
import type { Rebuilt } from '@ayni/service-kit/definition';

/**
 * What sales keeps of others. Receipts and markets are its own commands' work. The version of the catalogue counts
 * statements, and how many events come in one of them is chance.
 */
export const rebuilt: Rebuilt = { kept: [KEPT_COOPS, KEPT_SEASONS, ...KEPT_PRODUCTS], given: [] };
