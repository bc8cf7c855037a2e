import { KEPT_COOPS } from '@ayni/reference-data/coops/kept-coops';
import { KEPT_PRODUCTS } from '@ayni/reference-data/products/kept-products';
import { KEPT_MEMBERS } from '@ayni/reference-data/register/kept-members';
import { KEPT_SEASONS } from '@ayni/reference-data/seasons/kept-seasons';
import { KEPT_USERS } from '@ayni/reference-data/users/kept-users';
import type { Rebuilt } from '@ayni/service-kit/definition';

/**
 * What production keeps of others. Harvests, work, care and structures are its own commands' work, and no handler
 * leans on them.
 */
export const rebuilt: Rebuilt = {
  kept: [KEPT_COOPS, KEPT_SEASONS, ...KEPT_USERS, KEPT_MEMBERS, ...KEPT_PRODUCTS],
  given: [],
};
