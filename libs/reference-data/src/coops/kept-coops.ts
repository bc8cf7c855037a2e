import type { Kept } from '../kept.js';

/** The co-ops, where another service owns them. */
export const KEPT_COOPS: Kept = { of: 'coops', query: 'SELECT coop_id, code, name, currency, timezone FROM coops' };
