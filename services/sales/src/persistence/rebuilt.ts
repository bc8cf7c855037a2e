import { KEPT_COOPS, KEPT_PRODUCTS, KEPT_SEASONS, type Rebuilt } from '@ayni/service-kit';

/** What sales keeps of others. Receipts and markets are its own commands' work. */
export const rebuilt: Rebuilt = { kept: [KEPT_COOPS, KEPT_SEASONS, ...KEPT_PRODUCTS], given: [] };
