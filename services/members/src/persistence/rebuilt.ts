import { KEPT_SEASONS } from '@ayni/reference-data/seasons/kept-seasons';
import type { Rebuilt } from '@ayni/service-kit/definition';

/**
 * Members applies the seasons of profit-sharing and no other events; households, members, users and resolutions are
 * its own commands' work. The co-ops are as well, and every event has to be of one that is known.
 */
export const rebuilt: Rebuilt = { kept: [KEPT_SEASONS], given: ['coops'] };
