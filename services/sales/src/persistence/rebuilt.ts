import { KEPT_COOPS } from '@ayni/reference-data/coops/kept-coops';
import { KEPT_PRODUCTS } from '@ayni/reference-data/products/kept-products';
import { KEPT_SEASONS } from '@ayni/reference-data/seasons/kept-seasons';
import { KEPT_USERS } from '@ayni/reference-data/users/kept-users';
import type { Rebuilt } from '@ayni/service-kit/definition';

/** What sales keeps of others. Receipts and markets are its own commands' work. */
export const rebuilt: Rebuilt = { kept: [KEPT_COOPS, KEPT_SEASONS, ...KEPT_USERS, ...KEPT_PRODUCTS], given: [] };
