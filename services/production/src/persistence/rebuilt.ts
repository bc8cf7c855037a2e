import { KEPT_COOPS, KEPT_MEMBERS, KEPT_PRODUCTS, KEPT_SEASONS, type Rebuilt } from '@ayni/service-kit';

/**
 * What production keeps of others. Harvests, work, care and structures are its own commands' work, and no handler
 * leans on them.
 */
export const rebuilt: Rebuilt = { kept: [KEPT_COOPS, KEPT_SEASONS, KEPT_MEMBERS, ...KEPT_PRODUCTS], given: [] };
