import { KEPT_COOPS, KEPT_PRODUCTS, KEPT_SEASONS, type Rebuilt } from '@ayni/service-kit';

/**
 * What sales keeps of others. Receipts and markets are its own commands' work. The version of the catalogue counts
 * statements, and how many events come in one of them is chance.
 */
export const rebuilt: Rebuilt = { kept: [KEPT_COOPS, KEPT_SEASONS, ...KEPT_PRODUCTS], given: [] };
